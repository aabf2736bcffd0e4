package io.cumulo.kit.request;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.value.About;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Says where in the body a constraint of Bean Validation is broken. */
final class BeanFaults {

    private BeanFaults() {}

    static List<Fault> of(Set<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .map(violation -> Fault.at(pointer(violation), violation.getMessage()))
                .sorted((a, b) -> a.pointer().compareTo(b.pointer()))
                .toList();
    }

    private static String pointer(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        Class<?> holder = violation.getRootBeanClass();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.isInIterable()) {
                pointer.append('/').append(node.getIndex() == null ? String.valueOf(node.getKey()) : node.getIndex());
            }
            if (node.getKind() == ElementKind.PROPERTY && !isPart(holder, node.getName())) {
                member(violation, node.getName())
                        .ifPresent(name -> pointer.append('/').append(name));
            }
        }
        return pointer.toString();
    }

    /** Parts of a composed body have no name on the wire. */
    private static boolean isPart(Class<?> root, String name) {
        return root.isRecord()
                && Arrays.stream(root.getRecordComponents())
                        .anyMatch(component -> component.getName().equals(name)
                                && component.getAccessor().isAnnotationPresent(JsonUnwrapped.class));
    }

    /** A rule over a whole record belongs to the record, unless it says which member it is about. */
    private static Optional<String> member(ConstraintViolation<?> violation, String name) {
        Object leaf = violation.getLeafBean();
        if (!(leaf instanceof Record) || !name.equals(lastName(violation))) {
            return Optional.of(name);
        }
        String rule = "is" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        Optional<Method> found = Arrays.stream(leaf.getClass().getMethods())
                .filter(method -> method.getName().equals(rule))
                .findFirst();
        return found.isEmpty()
                ? Optional.of(name)
                : found.map(method -> method.getAnnotation(About.class)).map(About::value);
    }

    private static String lastName(ConstraintViolation<?> violation) {
        String last = "";
        for (Path.Node node : violation.getPropertyPath()) {
            last = node.getName();
        }
        return last == null ? "" : last;
    }
}
