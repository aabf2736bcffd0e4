package io.cumulo.disputes.contract;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A contract says who buys: the company, or the organization as the publisher states it while nobody knows which company that is. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = NamesBuyer.Check.class)
public @interface NamesBuyer {

    String message() default "must not be null, unless one of the parties is stated to be the buyer";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule itself. */
    class Check implements ConstraintValidator<NamesBuyer, Contract> {

        @Override
        public boolean isValid(Contract contract, ConstraintValidatorContext context) {
            boolean named = contract.buyer() != null
                    || contract.parties().stream().anyMatch(party -> party.is(StatedParty.BUYER));
            if (!named) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                        .addPropertyNode("buyer")
                        .addConstraintViolation();
            }
            return named;
        }
    }
}
