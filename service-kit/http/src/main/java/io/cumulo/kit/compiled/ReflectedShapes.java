package io.cumulo.kit.compiled;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.graalvm.nativeimage.hosted.Feature;
import org.graalvm.nativeimage.hosted.RuntimeReflection;

/**
 * For native executables: what is looked at by reflection follows from the code, so that there is no list to keep. The shapes of the API are records and
 * enums, which are bound, written and made into tables by their members; of resources and their bundles of parameters, the declarations are read. Of all that
 * the executable holds, and of all that these name in their signatures, those of the platform are kept.
 */
public final class ReflectedShapes implements Feature {

    private static final String OURS = "io.cumulo.";

    private final Set<Class<?>> seen = ConcurrentHashMap.newKeySet();

    @Override
    public String getDescription() {
        return "Keeps the members of the API's shapes, and the declarations of its resources";
    }

    @Override
    public void beforeAnalysis(BeforeAnalysisAccess access) {
        access.registerSubtypeReachabilityHandler((analysis, reached) -> look(reached), Object.class);
    }

    private void look(Class<?> type) {
        if (!type.getName().startsWith(OURS)) {
            return;
        }
        if (type.isRecord() || type.isEnum()) {
            keepShape(type);
        } else if (isResource(type) && seen.add(type)) {
            RuntimeReflection.register(type);
            RuntimeReflection.register(type.getDeclaredMethods());
            keepNamedIn(type.getGenericSuperclass());
            Arrays.stream(type.getDeclaredMethods()).forEach(this::keepNamedIn);
        } else if (isBundleOfParameters(type) && seen.add(type)) {
            RuntimeReflection.register(type);
            RuntimeReflection.register(type.getDeclaredFields());
        }
    }

    private static boolean isResource(Class<?> type) {
        return type.isAnnotationPresent(Path.class)
                || Arrays.stream(type.getDeclaredMethods()).anyMatch(ReflectedShapes::isServed);
    }

    private static boolean isServed(Method method) {
        return Stream.of(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getPackageName())
                .anyMatch(Path.class.getPackageName()::equals);
    }

    private static boolean isBundleOfParameters(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields()).anyMatch(field -> field.isAnnotationPresent(QueryParam.class));
    }

    private void keepShape(Class<?> type) {
        if (!seen.add(type)) {
            return;
        }
        RuntimeReflection.register(type);
        RuntimeReflection.register(type.getDeclaredFields());
        RuntimeReflection.register(type.getDeclaredMethods());
        RuntimeReflection.register(type.getDeclaredConstructors());
        if (type.isRecord()) {
            RuntimeReflection.registerAllRecordComponents(type);
            Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .forEach(this::keepNamedIn);
        }
    }

    private void keepNamedIn(Method method) {
        keepNamedIn(method.getGenericReturnType());
        Arrays.stream(method.getGenericParameterTypes()).forEach(this::keepNamedIn);
    }

    private void keepNamedIn(Type named) {
        if (named instanceof ParameterizedType parameterized) {
            keepNamedIn(parameterized.getRawType());
            Arrays.stream(parameterized.getActualTypeArguments()).forEach(this::keepNamedIn);
        } else if (named instanceof WildcardType wildcard) {
            Arrays.stream(wildcard.getUpperBounds()).forEach(this::keepNamedIn);
        } else if (named instanceof GenericArrayType array) {
            keepNamedIn(array.getGenericComponentType());
        } else if (named instanceof Class<?> type) {
            look(type.isArray() ? type.getComponentType() : type);
        }
    }
}
