package io.cumulo.kit.openapi;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The members of a record as JSON has them; those of a part that is unwrapped stand among them. */
final class Members {

    private Members() {}

    /**
     * A member.
     *
     * @param holder the record that declares it
     * @param name as JSON has it
     * @param component as the record calls it
     * @param annotations on the component, wherever the compiler put them
     * @param elements annotations on the elements of a list or the values of a map
     */
    record Member(
            JavaType holder,
            String name,
            String component,
            JavaType type,
            List<Annotation> annotations,
            List<Annotation> elements) {

        <A extends Annotation> Optional<A> annotation(Class<A> type) {
            return annotations.stream().filter(type::isInstance).map(type::cast).findFirst();
        }

        /** Whether it is left out when there is nothing to say. */
        boolean isLeftOut() {
            return annotation(JsonInclude.class)
                    .filter(include -> include.value() != JsonInclude.Include.ALWAYS)
                    .isPresent();
        }

        boolean isText() {
            return annotation(JsonFormat.class)
                    .filter(format -> format.shape() == JsonFormat.Shape.STRING)
                    .isPresent();
        }
    }

    static List<Member> of(JavaType record, TypeFactory types) {
        List<Member> members = new ArrayList<>();
        for (RecordComponent component : record.getRawClass().getRecordComponents()) {
            Member member = member(record, component, types);
            if (member.annotation(JsonUnwrapped.class).isPresent()) {
                members.addAll(of(member.type(), types));
            } else if (member.annotation(JsonIgnore.class).isEmpty()) {
                members.add(member);
            }
        }
        return members;
    }

    private static Member member(JavaType record, RecordComponent component, TypeFactory types) {
        Field field = field(record.getRawClass(), component.getName());
        List<Annotation> annotations = Stream.of(
                        component.getAnnotations(),
                        component.getAccessor().getAnnotations(),
                        field.getAnnotations(),
                        field.getAnnotatedType().getAnnotations(),
                        record.getRawClass().getAnnotation(JsonInclude.class) == null
                                ? new Annotation[0]
                                : new Annotation[] {record.getRawClass().getAnnotation(JsonInclude.class)})
                .flatMap(Arrays::stream)
                .distinct()
                .toList();
        String name = annotations.stream()
                .filter(JsonProperty.class::isInstance)
                .map(property -> ((JsonProperty) property).value())
                .filter(said -> !said.isEmpty())
                .findFirst()
                .orElse(component.getName());
        JavaType type = types.resolveMemberType(component.getGenericType(), record.getBindings());
        return new Member(record, name, component.getName(), type, annotations, elements(field.getAnnotatedType()));
    }

    private static List<Annotation> elements(AnnotatedType type) {
        if (type instanceof AnnotatedParameterizedType parameterized) {
            AnnotatedType[] arguments = parameterized.getAnnotatedActualTypeArguments();
            return List.of(arguments[arguments.length - 1].getAnnotations());
        }
        return List.of();
    }

    private static Field field(Class<?> record, String name) {
        try {
            return record.getDeclaredField(name);
        } catch (NoSuchFieldException everyComponentIsAField) {
            throw new IllegalStateException(everyComponentIsAField);
        }
    }
}
