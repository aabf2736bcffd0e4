package io.cumulo.kit.openapi;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * JSON Schemas (2020-12) of the types that are read and written. A type that clients write takes no unknown member, and needs those that Bean
 * Validation says must be there; one that is only answered has all of its members.
 */
final class Schemas {

    private static final Map<Class<?>, String[]> SCALARS = Map.ofEntries(
            Map.entry(String.class, new String[] {"STRING", ""}),
            Map.entry(CharSequence.class, new String[] {"STRING", ""}),
            Map.entry(LocalDate.class, new String[] {"STRING", "date"}),
            Map.entry(Instant.class, new String[] {"STRING", "date-time"}),
            Map.entry(UUID.class, new String[] {"STRING", "uuid"}),
            Map.entry(URI.class, new String[] {"STRING", "uri"}),
            Map.entry(boolean.class, new String[] {"BOOLEAN", ""}),
            Map.entry(Boolean.class, new String[] {"BOOLEAN", ""}),
            Map.entry(int.class, new String[] {"INTEGER", "int32"}),
            Map.entry(Integer.class, new String[] {"INTEGER", "int32"}),
            Map.entry(long.class, new String[] {"INTEGER", "int64"}),
            Map.entry(Long.class, new String[] {"INTEGER", "int64"}),
            Map.entry(BigInteger.class, new String[] {"INTEGER", ""}),
            Map.entry(double.class, new String[] {"NUMBER", "double"}),
            Map.entry(Double.class, new String[] {"NUMBER", "double"}),
            Map.entry(BigDecimal.class, new String[] {"NUMBER", ""}));

    private final TypeFactory types = TypeFactory.defaultInstance();
    private final SchemaNames names = new SchemaNames();
    private final Map<String, Schema> components = new TreeMap<>();
    private final Set<Class<?>> stated = new HashSet<>();

    /** Everything that was referred to, by name. */
    Map<String, Schema> components() {
        return components;
    }

    JavaType type(Type type) {
        return types.constructType(type);
    }

    /** The type as a method has it, with the variables that the class fixes which is served. */
    JavaType type(Type type, Endpoint endpoint) {
        JavaType declaring = types.constructType(endpoint.resource())
                .findSuperType(endpoint.method().getDeclaringClass());
        return types.resolveMemberType(type, declaring.getBindings());
    }

    /** Marks the type, and all that it holds, as written by clients; to be done for all before the first schema is made. */
    void state(JavaType type) {
        type.getBindings().getTypeParameters().forEach(this::state);
        if (type.isContainerType()) {
            Optional.ofNullable(type.getContentType()).ifPresent(this::state);
        }
        if (type.getRawClass().isRecord() && stated.add(type.getRawClass())) {
            Members.of(type, types).forEach(member -> {
                stated.add(member.holder().getRawClass());
                state(member.type());
            });
        }
    }

    boolean isStated(Class<?> type) {
        return stated.contains(type);
    }

    /** The schema of a value of the type, or a reference to it. */
    Schema of(JavaType type) {
        Class<?> raw = type.getRawClass();
        if (raw == Optional.class) {
            return orNull(of(type.containedTypeOrUnknown(0)));
        }
        if (SCALARS.containsKey(raw)) {
            return scalar(SCALARS.get(raw));
        }
        if (type.isArrayType() || type.isCollectionLikeType()) {
            return typed(SchemaType.ARRAY).items(of(type.getContentType()));
        }
        if (type.isMapLikeType()) {
            return typed(SchemaType.OBJECT).additionalPropertiesSchema(of(type.getContentType()));
        }
        if (raw == Object.class || JsonNode.class.isAssignableFrom(raw)) {
            return OASFactory.createSchema();
        }
        return jsonValue(type).orElseGet(() -> reference(type));
    }

    private Schema reference(JavaType type) {
        String name = names.of(type);
        if (!components.containsKey(name)) {
            Schema schema = OASFactory.createSchema();
            components.put(name, schema);
            new ObjectSchema(this, types).fill(schema, type);
        }
        return OASFactory.createSchema().ref("#/components/schemas/" + name);
    }

    /** Types that stand for one value of another. */
    private Optional<Schema> jsonValue(JavaType type) {
        Class<?> raw = type.getRawClass();
        if (raw.isEnum()) {
            return Optional.empty();
        }
        Optional<Type> value = raw.isRecord()
                ? Arrays.stream(raw.getRecordComponents())
                        .filter(component -> component.getAccessor().isAnnotationPresent(JsonValue.class))
                        .<Type>map(component -> component.getGenericType())
                        .findFirst()
                : Optional.empty();
        return value.or(() -> Arrays.stream(raw.getMethods())
                        .filter(method -> method.isAnnotationPresent(JsonValue.class))
                        .map(method -> method.getGenericReturnType())
                        .findFirst())
                .map(found -> {
                    Schema schema = of(types.resolveMemberType(found, type.getBindings()));
                    List<Annotation> annotations = List.of(raw.getAnnotations());
                    Constraints.apply(annotations, schema);
                    return schema;
                });
    }

    private static Schema scalar(String[] scalar) {
        Schema schema = typed(SchemaType.valueOf(scalar[0]));
        return scalar[1].isEmpty() ? schema : schema.format(scalar[1]);
    }

    static Schema typed(SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }

    /** The same, or null. */
    static Schema orNull(Schema schema) {
        if (schema.getRef() != null) {
            return OASFactory.createSchema().addAnyOf(schema).addAnyOf(typed(SchemaType.NULL));
        }
        if (schema.getAnyOf() != null || schema.getType() == null || Constraints.is(schema, SchemaType.NULL)) {
            return schema;
        }
        return schema.addType(SchemaType.NULL);
    }
}
