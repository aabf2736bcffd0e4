package io.cumulo.kit.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.cumulo.kit.openapi.Members.Member;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The schema of a record, or of an enumeration. */
final class ObjectSchema {

    private final Schemas schemas;
    private final TypeFactory types;
    private final Map<Class<?>, JavadocOf> docs = new HashMap<>();

    ObjectSchema(Schemas schemas, TypeFactory types) {
        this.schemas = schemas;
        this.types = types;
    }

    void fill(Schema schema, JavaType type) {
        Class<?> raw = type.getRawClass();
        String summary = Stream.concat(
                        type.getBindings().getTypeParameters().stream().map(JavaType::getRawClass), Stream.of(raw))
                .map(each -> doc(each).summary())
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining(" "));
        if (!summary.isEmpty()) {
            schema.setDescription(summary);
        }
        if (raw.isEnum()) {
            schema.addType(SchemaType.STRING);
            Arrays.stream(raw.getEnumConstants()).map(ObjectSchema::wireName).forEach(schema::addEnumeration);
        } else {
            schema.addType(SchemaType.OBJECT);
            if (raw.isRecord()) {
                Members.of(type, types).forEach(member -> add(schema, member));
            }
            if (schemas.isStated(raw)) {
                schema.setAdditionalPropertiesBoolean(false);
            }
        }
        Described.apply(raw.getAnnotations(), schema);
    }

    private void add(Schema schema, Member member) {
        boolean stated = schemas.isStated(member.holder().getRawClass());
        boolean required = Constraints.require(member.annotations());
        Schema value = value(member);
        Schema shown = mayBeNull(member, stated, required) ? Schemas.orNull(value) : value;
        schema.addProperty(member.name(), described(shown, member));
        if (required || (!stated && !member.isLeftOut())) {
            schema.addRequired(member.name());
        }
    }

    /** What a client may leave out it may also state as null; what is only answered says so in its description. */
    private boolean mayBeNull(Member member, boolean stated, boolean required) {
        if (member.type().isPrimitive()) {
            return false;
        }
        return stated
                ? !required
                : !required && doc(member.holder().getRawClass()).saysNull(member.component());
    }

    private Schema value(Member member) {
        Schema value = member.isText() ? Schemas.typed(SchemaType.STRING) : schemas.of(member.type());
        Constraints.apply(member.annotations(), value);
        Schema elements = value.getItems() != null ? value.getItems() : value.getAdditionalPropertiesSchema();
        if (elements != null) {
            Constraints.apply(member.elements(), elements);
        }
        return value;
    }

    /** A reference with a description of its own: JSON Schema 2020-12 takes siblings, many tools don't. */
    private Schema described(Schema schema, Member member) {
        String said = doc(member.holder().getRawClass()).components().getOrDefault(member.component(), "");
        if (said.isEmpty()) {
            return schema;
        }
        Schema open =
                schema.getRef() == null ? schema : OASFactory.createSchema().addAllOf(schema);
        return open.description(open.getDescription() == null ? said : said + ". " + open.getDescription());
    }

    private JavadocOf doc(Class<?> type) {
        return docs.computeIfAbsent(type, JavadocOf::of);
    }

    private static Object wireName(Object constant) {
        Class<?> type = ((Enum<?>) constant).getDeclaringClass();
        Optional<Method> value = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(JsonValue.class))
                .findFirst();
        try {
            if (value.isPresent()) {
                value.get().setAccessible(true);
                return value.get().invoke(constant);
            }
            String name = ((Enum<?>) constant).name();
            JsonProperty said = type.getField(name).getAnnotation(JsonProperty.class);
            return said == null ? name : said.value();
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException(type + " can't be described", unreadable);
        }
    }
}
