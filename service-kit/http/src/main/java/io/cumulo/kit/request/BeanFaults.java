package io.cumulo.kit.request;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.cumulo.kit.problem.Fault;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
            if (node.getKind() == ElementKind.PROPERTY && isMember(holder, violation, node.getName())) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }

    /** Parts of a composed body have no name on the wire, and a rule over a whole record belongs to the record. */
    private static boolean isMember(Class<?> root, ConstraintViolation<?> violation, String name) {
        boolean unwrapped = root.isRecord()
                && Arrays.stream(root.getRecordComponents())
                        .anyMatch(component -> component.getName().equals(name)
                                && component.getAccessor().isAnnotationPresent(JsonUnwrapped.class));
        Class<?> leaf =
                violation.getLeafBean() == null ? root : violation.getLeafBean().getClass();
        boolean ruleOverRecord = leaf.isRecord()
                && name.equals(lastName(violation))
                && Arrays.stream(leaf.getMethods())
                        .map(Method::getName)
                        .anyMatch(("is" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1))::equals);
        return !unwrapped && !ruleOverRecord;
    }

    private static String lastName(ConstraintViolation<?> violation) {
        String last = "";
        for (Path.Node node : violation.getPropertyPath()) {
            last = node.getName();
        }
        return last == null ? "" : last;
    }
}
