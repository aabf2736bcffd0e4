package io.cumulo.kit.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page of a list.
 *
 * @param items in the list's order
 * @param next cursor of the next page; empty on the last one
 */
public record Page<T>(List<T> items, Optional<String> next) {

    public Page {
        items = List.copyOf(items);
    }

    /** Cuts a page out of one row more than was asked for: the extra row says that there is a next page. */
    public static <T> Page<T> cut(List<T> rows, int limit, Function<T, Cursor> position) {
        return rows.size() > limit
                ? new Page<>(
                        rows.subList(0, limit),
                        Optional.of(position.apply(rows.get(limit - 1)).encoded()))
                : new Page<>(rows, Optional.empty());
    }

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
