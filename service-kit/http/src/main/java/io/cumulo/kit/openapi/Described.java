package io.cumulo.kit.openapi;

import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a {@link Schema} annotation says beside the type that it stands on. */
final class Described {

    private Described() {}

    static void apply(Annotation[] annotations, org.eclipse.microprofile.openapi.models.media.Schema schema) {
        for (Annotation each : annotations) {
            if (each instanceof Schema said) {
                apply(said, schema);
            }
        }
    }

    static void apply(Schema said, org.eclipse.microprofile.openapi.models.media.Schema schema) {
        if (said.type() != SchemaType.DEFAULT) {
            schema.setType(List.of(org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.valueOf(
                    said.type().name().toUpperCase(Locale.ROOT))));
        }
        if (!said.format().isEmpty()) {
            schema.setFormat(said.format());
        }
        if (!said.pattern().isEmpty()) {
            schema.setPattern(said.pattern());
        }
        if (!said.description().isEmpty()) {
            schema.setDescription(said.description());
        }
        if (said.examples().length > 0) {
            schema.setExamples(List.of((Object[]) said.examples()));
        }
        if (said.enumeration().length > 0) {
            schema.setEnumeration(List.of((Object[]) said.enumeration()));
        }
        if (said.minLength() > 0) {
            schema.setMinLength(said.minLength());
        }
        if (said.maxLength() < Integer.MAX_VALUE && said.maxLength() > 0) {
            schema.setMaxLength(said.maxLength());
        }
        if (!said.minimum().isEmpty()) {
            schema.setMinimum(new BigDecimal(said.minimum()));
        }
        if (!said.maximum().isEmpty()) {
            schema.setMaximum(new BigDecimal(said.maximum()));
        }
    }
}
