package io.cumulo.kit.fact;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.openapi.AnswerTypes;
import io.cumulo.kit.page.Page;
import io.cumulo.kit.page.PageRequest;
import io.cumulo.kit.stream.ListFormat;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/**
 * What resources of facts answer: the facts of their kind, as completed by it, alone, in pages, or with their history. A resource that answers
 * something else says so by {@link APIResponseSchema}.
 */
public final class FactAnswers implements AnswerTypes {

    /** What {@link Records#completed} takes. */
    private static final Class<?>[] COMPLETED = {List.class, Moment.class};

    private final TypeFactory types = TypeFactory.defaultInstance();

    @Override
    public Optional<Answer> of(Class<?> resource, Method method) {
        if (isHistory(method)) {
            return body(resource).map(body -> whole(types.constructParametricType(FactHistory.class, body), false));
        }
        return element(resource, method)
                .map(element -> isPaged(method)
                        ? paged(element, isStreamed(method))
                        : whole(element, !method.isAnnotationPresent(APIResponseSchema.class)));
    }

    /** A page of what is named, or what is named where it is a page by itself, as one that holds more than any other. */
    private Answer paged(JavaType named, boolean streamed) {
        Optional<JavaType> items = component(named, "items");
        return items.isPresent() && component(named, "next").isPresent()
                ? new Answer(named, streamed ? items.get().getContentType() : null, false)
                : new Answer(types.constructParametricType(Page.class, named), streamed ? named : null, false);
    }

    private Optional<JavaType> component(JavaType type, String name) {
        return Optional.ofNullable(type.getRawClass().getRecordComponents()).stream()
                .flatMap(Arrays::stream)
                .filter(component -> component.getName().equals(name))
                .map(component -> types.constructType(component.getGenericType()))
                .findFirst();
    }

    private static Answer whole(JavaType type, boolean tagged) {
        return new Answer(type, null, tagged);
    }

    private static boolean isHistory(Method method) {
        return method.isAnnotationPresent(Path.class)
                && method.getAnnotation(Path.class).value().endsWith("history");
    }

    private static boolean isPaged(Method method) {
        return Arrays.asList(method.getParameterTypes()).contains(PageRequest.class);
    }

    private static boolean isStreamed(Method method) {
        Produces produces = method.getAnnotation(Produces.class);
        return produces != null && Arrays.asList(produces.value()).contains(ListFormat.NDJSON_TYPE);
    }

    private Optional<JavaType> element(Class<?> resource, Method method) {
        APIResponseSchema said = method.getAnnotation(APIResponseSchema.class);
        return said != null
                ? Optional.of(types.constructType(said.value()))
                : completed(resource)
                        .or(() -> body(resource).map(body -> types.constructParametricType(Fact.class, body)));
    }

    /** The type that a kind makes of its facts, where its resource completes them. */
    private Optional<JavaType> completed(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods())
                .filter(method -> method.getName().equals("completed") && !method.isBridge())
                .filter(method -> Arrays.equals(method.getParameterTypes(), COMPLETED))
                .map(method -> types.constructType(method.getGenericReturnType())
                        .containedTypeOrUnknown(0)
                        .containedTypeOrUnknown(0))
                .findFirst();
    }

    /** The kind of fact that the resource serves, by its supertype or by the endpoint that it holds. */
    private Optional<JavaType> body(Class<?> resource) {
        JavaType served = types.constructType(resource);
        for (Class<?> general : new Class<?>[] {FactResource.class, Records.class}) {
            if (general.isAssignableFrom(resource)) {
                return Optional.of(served.findSuperType(general).containedType(0));
            }
        }
        return Arrays.stream(resource.getDeclaredFields())
                .filter(field -> field.getType() == FactEndpoint.class)
                .map(field -> types.constructType(field.getGenericType()).containedType(0))
                .findFirst();
    }
}
