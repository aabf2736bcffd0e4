package io.cumulo.kit.value;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A readable, immutable identifier: lower-case words joined by hyphens, at most 80 characters; UUIDs are such words. Null passes. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = Key.PATTERN)
@Size(max = Key.MAX_LENGTH)
public @interface Key {

    String PATTERN = "[a-z0-9]+(-[a-z0-9]+)*";

    String RULE = "must be lower-case words joined by hyphens, at most 80 characters, such as us-department-of-defense";

    int MAX_LENGTH = 80;

    String message() default RULE;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
