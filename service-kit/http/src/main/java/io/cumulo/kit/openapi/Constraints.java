package io.cumulo.kit.openapi;

import jakarta.validation.Constraint;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The rules of Bean Validation as those of JSON Schema, as far as it has words for them. */
final class Constraints {

    private static final Set<Class<?>> REQUIRING = Set.of(NotNull.class, NotBlank.class, NotEmpty.class);

    private Constraints() {}

    /** Whether null, and with it absence, is refused. */
    static boolean require(List<Annotation> annotations) {
        return expanded(annotations).stream().anyMatch(each -> REQUIRING.contains(each.annotationType()));
    }

    /** Adds to a schema what the annotations demand of a value. */
    static void apply(List<Annotation> annotations, Schema schema) {
        if (schema.getRef() != null || schema.getAnyOf() != null) {
            return;
        }
        List<Annotation> all = expanded(annotations);
        all.forEach(each -> apply(each, schema));
        boolean text = is(schema, SchemaType.STRING);
        if (text && schema.getPattern() == null && all.stream().anyMatch(NotBlank.class::isInstance)) {
            schema.setPattern("\\S");
        }
    }

    /** A composed constraint stands for those that it is made of. */
    private static List<Annotation> expanded(List<Annotation> annotations) {
        List<Annotation> all = new ArrayList<>();
        for (Annotation each : annotations) {
            all.add(each);
            if (each.annotationType().isAnnotationPresent(Constraint.class)
                    && !each.annotationType().getName().startsWith("jakarta.")) {
                all.addAll(List.of(each.annotationType().getAnnotations()));
            }
        }
        return all;
    }

    private static void apply(Annotation rule, Schema schema) {
        if (rule instanceof Size size) {
            size(schema, size.min(), size.max());
        } else if (rule instanceof NotEmpty || rule instanceof NotBlank) {
            size(schema, 1, Integer.MAX_VALUE);
        } else if (rule instanceof Pattern pattern) {
            schema.setPattern("^(?:" + pattern.regexp() + ")$");
        } else if (rule instanceof Min min) {
            schema.setMinimum(BigDecimal.valueOf(min.value()));
        } else if (rule instanceof Max max) {
            schema.setMaximum(BigDecimal.valueOf(max.value()));
        } else if (rule instanceof DecimalMin min) {
            atLeast(schema, new BigDecimal(min.value()), min.inclusive());
        } else if (rule instanceof DecimalMax max) {
            atMost(schema, new BigDecimal(max.value()), max.inclusive());
        } else if (rule instanceof Positive) {
            schema.setExclusiveMinimum(BigDecimal.ZERO);
        } else if (rule instanceof PositiveOrZero) {
            schema.setMinimum(BigDecimal.ZERO);
        } else if (rule instanceof org.eclipse.microprofile.openapi.annotations.media.Schema described) {
            Described.apply(described, schema);
        }
    }

    private static void size(Schema schema, int min, int max) {
        boolean bounded = max < Integer.MAX_VALUE;
        if (is(schema, SchemaType.ARRAY)) {
            schema.setMinItems(min > 0 ? Integer.valueOf(min) : schema.getMinItems());
            schema.setMaxItems(bounded ? Integer.valueOf(max) : schema.getMaxItems());
        } else if (is(schema, SchemaType.STRING)) {
            schema.setMinLength(min > 0 ? Integer.valueOf(min) : schema.getMinLength());
            schema.setMaxLength(bounded ? Integer.valueOf(max) : schema.getMaxLength());
        } else if (is(schema, SchemaType.OBJECT)) {
            schema.setMinProperties(min > 0 ? Integer.valueOf(min) : schema.getMinProperties());
            schema.setMaxProperties(bounded ? Integer.valueOf(max) : schema.getMaxProperties());
        }
    }

    private static void atLeast(Schema schema, BigDecimal bound, boolean inclusive) {
        if (inclusive) {
            schema.setMinimum(bound);
        } else {
            schema.setExclusiveMinimum(bound);
        }
    }

    private static void atMost(Schema schema, BigDecimal bound, boolean inclusive) {
        if (inclusive) {
            schema.setMaximum(bound);
        } else {
            schema.setExclusiveMaximum(bound);
        }
    }

    static boolean is(Schema schema, SchemaType type) {
        return schema.getType() != null && schema.getType().contains(type);
    }
}
