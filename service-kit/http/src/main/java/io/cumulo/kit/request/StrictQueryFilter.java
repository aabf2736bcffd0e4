package io.cumulo.kit.request;

import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import io.cumulo.kit.value.StorableText;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Refuses query parameters that the resource doesn't declare, repeated ones that it takes once, and empty ones: a misspelt {@code asOf} must not
 * be answered as if it had not been asked. Resources that {@link LeavesUnknownAside leave unknown ones aside} are spared that, but for the two clocks. What is
 * recorded holds no text that {@linkplain StorableText can't be stored}, so nothing is asked for by one, in the query or in the path.
 */
@Provider
public class StrictQueryFilter implements ContainerRequestFilter {

    private static final Map<String, Boolean> CLOCKS = fields(Clocks.class);

    private final Map<Method, Map<String, Boolean>> declared = new ConcurrentHashMap<>();

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        List<Fault> faults = Stream.concat(
                        faults(uri.getPathParameters(), (name, values) -> unstorable(values)),
                        faults(uri.getQueryParameters(), this::fault))
                .toList();
        if (!faults.isEmpty()) {
            throw Problem.INVALID_PARAMETER.because("The parameters can't be used", faults);
        }
    }

    private static Stream<Fault> faults(
            Map<String, List<String>> given, BiFunction<String, List<String>, Optional<String>> check) {
        return given.entrySet().stream()
                .flatMap(parameter -> check
                        .apply(parameter.getKey(), parameter.getValue())
                        .map(detail -> Fault.parameter(parameter.getKey(), detail))
                        .stream());
    }

    private static Optional<String> unstorable(List<String> values) {
        return values.stream()
                .map(StorableText::fault)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> fault(String name, List<String> values) {
        Map<String, Boolean> known = declared.computeIfAbsent(resource.getResourceMethod(), StrictQueryFilter::read);
        boolean lenient =
                !CLOCKS.containsKey(name) && resource.getResourceClass().isAnnotationPresent(LeavesUnknownAside.class);
        if (!known.containsKey(name)) {
            String names = known.isEmpty() ? "none" : String.join(", ", known.keySet());
            return lenient
                    ? Optional.empty()
                    : Optional.of("is not a parameter of this resource; known here: " + names);
        }
        if (!lenient && values.size() > 1 && !known.get(name)) {
            return Optional.of("may be given once");
        }
        if (!lenient && values.stream().anyMatch(String::isEmpty)) {
            return Optional.of("must not be empty");
        }
        return unstorable(values);
    }

    /** Name of each declared parameter, with whether it may be repeated. */
    private static Map<String, Boolean> read(Method method) {
        Map<String, Boolean> names = new TreeMap<>();
        for (Parameter parameter : method.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                names.put(query.value(), Collection.class.isAssignableFrom(parameter.getType()));
            } else if (parameter.isAnnotationPresent(BeanParam.class)) {
                names.putAll(fields(parameter.getType()));
            }
        }
        return names;
    }

    private static Map<String, Boolean> fields(Class<?> bean) {
        Map<String, Boolean> names = new TreeMap<>();
        for (Class<?> type = bean; type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                QueryParam query = field.getAnnotation(QueryParam.class);
                if (query != null) {
                    names.put(query.value(), Collection.class.isAssignableFrom(field.getType()));
                }
            }
        }
        return names;
    }
}
