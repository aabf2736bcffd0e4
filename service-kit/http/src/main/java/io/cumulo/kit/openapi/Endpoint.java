package io.cumulo.kit.openapi;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The method behind an operation.
 *
 * @param resource the class that is served
 * @param method as declared there or in a class that it extends
 */
record Endpoint(Class<?> resource, Method method) {

    private static final List<Class<? extends Annotation>> NO_BODY = List.of(
            PathParam.class, QueryParam.class, BeanParam.class, HeaderParam.class, FormParam.class, Context.class);

    private static final Set<String> ASYNCHRONOUS =
            Set.of("io.smallrye.mutiny.Uni", "java.util.concurrent.CompletionStage");

    /** The method that an operation id of the strategy {@code package-class-method} names; empty for what no resource of ours serves. */
    static Optional<Endpoint> named(String operationId, String verb, ClassLoader loader) {
        int split = operationId == null ? -1 : operationId.lastIndexOf('_');
        if (split < 0) {
            return Optional.empty();
        }
        try {
            Class<?> resource = Class.forName(operationId.substring(0, split), false, loader);
            String name = operationId.substring(split + 1).replaceFirst("\\d+$", "");
            return Arrays.stream(resource.getMethods())
                    .filter(method -> method.getName().equals(name) && !method.isBridge() && answers(method, verb))
                    .findFirst()
                    .map(method -> new Endpoint(resource, method));
        } catch (ClassNotFoundException notOurs) {
            return Optional.empty();
        }
    }

    private static boolean answers(Method method, String verb) {
        return Arrays.stream(method.getAnnotations())
                .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
                .anyMatch(found -> found != null && found.value().equals(verb));
    }

    /** The type of the JSON that is taken, if it is one. */
    Optional<Type> body() {
        return bodyParameter().map(Parameter::getParameterizedType).filter(type -> type != InputStream.class);
    }

    /** Whether files of any kind are taken, as they are. */
    boolean takesFiles() {
        return bodyParameter()
                .filter(parameter -> parameter.getType() == InputStream.class)
                .isPresent();
    }

    boolean takesForms() {
        return Arrays.stream(method.getParameters())
                .anyMatch(parameter -> parameter.isAnnotationPresent(FormParam.class));
    }

    boolean takesBody() {
        return bodyParameter().isPresent() || takesForms();
    }

    private Optional<Parameter> bodyParameter() {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> NO_BODY.stream().noneMatch(parameter::isAnnotationPresent))
                .findFirst();
    }

    List<String> produces() {
        return Stream.<java.lang.reflect.AnnotatedElement>of(method, resource, method.getDeclaringClass())
                .map(element -> element.getAnnotation(Produces.class))
                .filter(found -> found != null)
                .findFirst()
                .map(found -> List.of(found.value()))
                .orElse(List.of(MediaType.APPLICATION_JSON));
    }

    List<String> consumes() {
        Consumes consumes = method.getAnnotation(Consumes.class);
        return consumes == null ? List.of(MediaType.APPLICATION_JSON) : List.of(consumes.value());
    }

    /** What is answered, where that is known. */
    Optional<AnswerTypes.Answer> answer(ClassLoader loader) {
        Type declared = awaited(method.getGenericReturnType());
        return declared == Response.class || declared == void.class
                ? ServiceLoader.load(AnswerTypes.class, loader).stream()
                        .map(ServiceLoader.Provider::get)
                        .flatMap(known -> known.of(resource, method).stream())
                        .findFirst()
                : Optional.of(new AnswerTypes.Answer(declared, null, false));
    }

    private static Type awaited(Type type) {
        return type instanceof ParameterizedType parameterized
                        && ASYNCHRONOUS.contains(parameterized.getRawType().getTypeName())
                ? parameterized.getActualTypeArguments()[0]
                : type;
    }
}
