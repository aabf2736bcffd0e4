package io.cumulo.kit.request;

import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
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

/**
 * Refuses query parameters that the resource doesn't declare, repeated ones that it takes once, and empty ones: a misspelt {@code asOf} must not
 * be answered as if it had not been asked. Resources that {@link LeavesUnknownAside leave unknown ones aside} aren't looked at.
 */
@Provider
public class StrictQueryFilter implements ContainerRequestFilter {

    private final Map<Method, Map<String, Boolean>> declared = new ConcurrentHashMap<>();

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Map<String, List<String>> given = request.getUriInfo().getQueryParameters();
        if (given.isEmpty() || resource.getResourceClass().isAnnotationPresent(LeavesUnknownAside.class)) {
            return;
        }
        Map<String, Boolean> known = declared.computeIfAbsent(resource.getResourceMethod(), StrictQueryFilter::read);
        List<Fault> faults = given.entrySet().stream()
                .flatMap(parameter -> fault(parameter.getKey(), parameter.getValue(), known)
                        .map(detail -> Fault.parameter(parameter.getKey(), detail))
                        .stream())
                .toList();
        if (!faults.isEmpty()) {
            throw Problem.INVALID_PARAMETER.because("The query can't be understood", faults);
        }
    }

    private static Optional<String> fault(String name, List<String> values, Map<String, Boolean> known) {
        if (!known.containsKey(name)) {
            String names = known.isEmpty() ? "none" : String.join(", ", known.keySet());
            return Optional.of("is not a parameter of this resource; known here: " + names);
        }
        if (values.size() > 1 && !known.get(name)) {
            return Optional.of("may be given once");
        }
        return values.stream().anyMatch(String::isEmpty) ? Optional.of("must not be empty") : Optional.empty();
    }

    /** Name of each declared parameter, with whether it may be repeated. */
    private static Map<String, Boolean> read(Method method) {
        Map<String, Boolean> names = new TreeMap<>();
        for (Parameter parameter : method.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                names.put(query.value(), Collection.class.isAssignableFrom(parameter.getType()));
            } else if (parameter.isAnnotationPresent(BeanParam.class)) {
                addFields(parameter.getType(), names);
            }
        }
        return names;
    }

    private static void addFields(Class<?> bean, Map<String, Boolean> names) {
        for (Class<?> type = bean; type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                QueryParam query = field.getAnnotation(QueryParam.class);
                if (query != null) {
                    names.put(query.value(), Collection.class.isAssignableFrom(field.getType()));
                }
            }
        }
    }
}
