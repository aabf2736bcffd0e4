package io.cumulo.kit.request;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Says in the API's words what Jackson found wrong: never a class name, never a line of its own message. */
final class BindingFault {

    private BindingFault() {}

    /** JSON Pointer (RFC 6901) of the offending member. */
    static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> "/"
                        + (step.getFieldName() == null
                                ? String.valueOf(step.getIndex())
                                : TreeFaults.escape(step.getFieldName())))
                .collect(Collectors.joining());
    }

    static String detail(JsonMappingException e, JsonMapper mapper) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            String known = unknown.getKnownPropertyIds() == null
                    ? ""
                    : unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", ", "; known here: ", ""));
            return "is not a member of this resource" + known;
        }
        if (e instanceof ValueInstantiationException && e.getCause() instanceof IllegalArgumentException refused) {
            return refused.getMessage();
        }
        if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return "must be " + shape(mismatch.getTargetType(), mapper);
        }
        return "can't be read";
    }

    private static String shape(Class<?> target, JsonMapper mapper) {
        if (target.isEnum()) {
            return Arrays.stream(target.getEnumConstants())
                    .map(constant -> mapper.convertValue(constant, String.class))
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (target == String.class) {
            return "a string";
        }
        if (target == Boolean.class || target == boolean.class) {
            return "true or false";
        }
        if (target == Integer.class || target == int.class || target == Long.class || target == long.class) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(target)) {
            return "a number";
        }
        if (target == LocalDate.class) {
            return "a date as 2020-04-20";
        }
        if (target == Instant.class) {
            return "an instant as 2020-04-20T10:00:00Z";
        }
        if (Collection.class.isAssignableFrom(target)) {
            return "an array";
        }
        if (Map.class.isAssignableFrom(target) || target.isRecord()) {
            return target.getRecordComponents() != null && target.getRecordComponents().length == 1
                    ? "a string"
                    : "an object";
        }
        return "of another type";
    }
}
