package io.cumulo.kit.request;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeBindings;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;

/** Resolves the type variables of a generic resource against the class that fixes them. */
final class GenericTypes {

    private GenericTypes() {}

    static JavaType resolve(TypeFactory types, Type type, Class<?> resource) {
        if (type instanceof TypeVariable<?> variable
                && variable.getGenericDeclaration() instanceof Class<?> declaring) {
            JavaType[] fixed = types.findTypeParameters(types.constructType(resource), declaring);
            int position = Arrays.asList(declaring.getTypeParameters()).indexOf(variable);
            return fixed[position];
        }
        if (type instanceof ParameterizedType parameterized) {
            JavaType[] arguments = Arrays.stream(parameterized.getActualTypeArguments())
                    .map(argument -> resolve(types, argument, resource))
                    .toArray(JavaType[]::new);
            Class<?> raw = (Class<?>) parameterized.getRawType();
            return types.constructParametricType(raw, TypeBindings.create(raw, arguments));
        }
        return types.constructType(type);
    }

    static JavaType componentType(TypeFactory types, JavaType composed, RecordComponent component) {
        Type generic = component.getGenericType();
        if (generic instanceof TypeVariable<?> variable) {
            return composed.getBindings().findBoundType(variable.getName());
        }
        return types.constructType(generic);
    }
}
