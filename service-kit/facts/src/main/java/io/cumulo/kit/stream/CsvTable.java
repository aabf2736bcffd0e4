package io.cumulo.kit.stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A list as a table (RFC 4180): a column for each member, for members of members with both names ({@code amount.currency}); what is itself a list
 * stands in its cell as JSON. The columns follow from what the items are, not from what the first of them happens to tell.
 */
final class CsvTable {

    private static final int MAX_DEPTH = 3;

    /** What a spreadsheet would take for a formula. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final List<String[]> columns;
    private final ObjectMapper mapper;

    private CsvTable(List<String[]> columns, ObjectMapper mapper) {
        this.columns = columns;
        this.mapper = mapper;
    }

    static CsvTable of(List<?> items, ObjectMapper mapper) {
        List<String[]> columns = new ArrayList<>();
        items.stream().findFirst().ifPresent(item -> addOf(item, columns));
        return new CsvTable(columns, mapper);
    }

    String header() {
        return columns.stream().map(path -> String.join(".", path)).collect(Collectors.joining(","));
    }

    String line(Object item) {
        JsonNode tree = mapper.valueToTree(item);
        return columns.stream().map(path -> cell(tree, path)).collect(Collectors.joining(","));
    }

    private static String cell(JsonNode tree, String[] path) {
        JsonNode value = tree;
        for (String member : path) {
            value = value.path(member);
        }
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return quoted(
                value.isContainerNode()
                        ? value.toString()
                        : value.isTextual() ? harmless(value.asText()) : value.asText());
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        return text.chars().anyMatch(character -> "\",\r\n".indexOf(character) >= 0)
                ? "\"" + text.replace("\"", "\"\"") + "\""
                : text;
    }

    /** A record whose parts stand in each other: the parts are known by what the item holds. */
    private static void addOf(Object item, List<String[]> columns) {
        for (RecordComponent part : item.getClass().getRecordComponents()) {
            if (isMarked(item.getClass(), part, JsonUnwrapped.class)) {
                addOf(valueOf(item, part), columns);
            } else {
                add(part, new String[] {part.getName()}, columns);
            }
        }
    }

    private static void add(RecordComponent member, String[] path, List<String[]> columns) {
        if (!member.getType().isRecord() || isScalar(member.getType()) || path.length == MAX_DEPTH) {
            columns.add(path);
            return;
        }
        for (RecordComponent inner : member.getType().getRecordComponents()) {
            if (isMarked(member.getType(), inner, JsonIgnore.class)) {
                continue;
            }
            String[] longer = Arrays.copyOf(path, path.length + 1);
            longer[path.length] = inner.getName();
            add(inner, longer, columns);
        }
    }

    private static boolean isMarked(Class<?> owner, RecordComponent part, Class<? extends Annotation> mark) {
        try {
            return owner.getDeclaredField(part.getName()).isAnnotationPresent(mark)
                    || part.getAccessor().isAnnotationPresent(mark);
        } catch (NoSuchFieldException everyComponentHasOne) {
            throw new IllegalStateException(everyComponentHasOne);
        }
    }

    private static boolean isScalar(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods()).anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
    }

    private static Object valueOf(Object item, RecordComponent part) {
        try {
            Method accessor = part.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(item);
        } catch (IllegalAccessException | InvocationTargetException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
