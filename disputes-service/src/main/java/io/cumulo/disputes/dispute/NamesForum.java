package io.cumulo.disputes.dispute;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A dispute says before whom it is brought: the company, or the forum as a file states it while nobody knows which company that is. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = NamesForum.Check.class)
public @interface NamesForum {

    String message() default "must not be null, unless statedForum says before whom it is brought";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule itself. */
    class Check implements ConstraintValidator<NamesForum, Dispute> {

        @Override
        public boolean isValid(Dispute dispute, ConstraintValidatorContext context) {
            boolean named = dispute.forum() != null || dispute.statedForum() != null;
            if (!named) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                        .addPropertyNode("forum")
                        .addConstraintViolation();
            }
            return named;
        }
    }
}
