package io.cumulo.kit.request;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.kit.problem.Fault;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Binds a tree to a record and goes on after a member that can't be bound: it is taken out, its fault is kept, and the rest is tried again. A
 * record whose components are {@link JsonUnwrapped} is bound part by part; members that no part knows belong to the first.
 */
final class RecordBinding {

    private final JsonMapper mapper;
    private final List<Fault> faults;
    private final int maxFaults;

    RecordBinding(JsonMapper mapper, List<Fault> faults, int maxFaults) {
        this.mapper = mapper;
        this.faults = faults;
        this.maxFaults = maxFaults;
    }

    /** The bound value, or null when what is left of the tree can't be bound at all. */
    Object bind(ObjectNode tree, JavaType type) {
        RecordComponent[] components = type.getRawClass().getRecordComponents();
        boolean composed = components != null && Arrays.stream(components).allMatch(RecordBinding::isUnwrapped);
        return composed ? bindParts(tree, type, components) : bindWhole(tree, type);
    }

    private static boolean isUnwrapped(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
    }

    private Object bindParts(ObjectNode tree, JavaType type, RecordComponent[] components) {
        Object[] parts = new Object[components.length];
        for (int index = components.length - 1; index >= 0; index--) {
            JavaType partType = mapper.getTypeFactory()
                    .constructType(GenericTypes.componentType(mapper.getTypeFactory(), type, components[index]));
            ObjectNode members = index == 0 ? tree : takeOut(tree, namesOf(partType));
            parts[index] = bindWhole(members, partType);
        }
        return instantiate(type, components, parts);
    }

    private Set<String> namesOf(JavaType part) {
        BeanDescription description = mapper.getDeserializationConfig().introspect(part);
        return description.findProperties().stream()
                .map(property -> property.getName())
                .collect(Collectors.toSet());
    }

    private static ObjectNode takeOut(ObjectNode tree, Set<String> names) {
        ObjectNode taken = tree.objectNode();
        for (String name : names) {
            JsonNode member = tree.remove(name);
            if (member != null) {
                taken.set(name, member);
            }
        }
        return taken;
    }

    private static Object instantiate(JavaType type, RecordComponent[] components, Object[] parts) {
        try {
            Class<?>[] signature =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return type.getRawClass().getDeclaredConstructor(signature).newInstance(parts);
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException(type + " can't be composed of its parts", e);
        }
    }

    private Object bindWhole(ObjectNode tree, JavaType type) {
        while (true) {
            try {
                return mapper.treeToValue(tree, type);
            } catch (JsonMappingException e) {
                String pointer = BindingFault.pointer(e);
                faults.add(Fault.at(pointer, BindingFault.detail(e, mapper)));
                if (faults.size() >= maxFaults || !remove(tree, e.getPath())) {
                    return null;
                }
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a parsed tree can't be malformed", e);
            }
        }
    }

    /** Takes the node that the path leads to out of the tree; false when there is none. */
    private static boolean remove(ObjectNode tree, List<JsonMappingException.Reference> path) {
        JsonNode parent = tree;
        for (int step = 0; step < path.size() - 1 && parent != null; step++) {
            JsonMappingException.Reference reference = path.get(step);
            parent = reference.getFieldName() == null
                    ? parent.get(reference.getIndex())
                    : parent.get(reference.getFieldName());
        }
        if (path.isEmpty()) {
            return false;
        }
        JsonMappingException.Reference last = path.get(path.size() - 1);
        if (parent instanceof ObjectNode object) {
            return object.remove(last.getFieldName()) != null;
        }
        return parent instanceof ArrayNode array && array.remove(last.getIndex()) != null;
    }
}
