package io.cumulo.kit.stream;

import io.cumulo.kit.page.Page;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Page after page of a list, each read when the one before was taken. */
public final class Chunks {

    private static final int SIZE = 500;

    private Chunks() {}

    /** Reads a page. */
    @FunctionalInterface
    public interface Reader<T> {

        /**
         * The page from a position on.
         *
         * @param cursor {@code next} of the page before
         */
        Uni<Page<T>> read(String cursor, int limit);
    }

    /** How many items to read next, where so many are still wanted. */
    public static int size(long most) {
        return (int) Math.min(SIZE, most);
    }

    /**
     * The pages after the first.
     *
     * @param most items in all, those of the first page included
     */
    public static <T> Multi<List<T>> after(Page<T> first, long most, Reader<T> reader) {
        AtomicReference<Page<T>> last = new AtomicReference<>(first);
        AtomicLong wanted = new AtomicLong(most - first.items().size());
        if (first.next().isEmpty() || wanted.get() <= 0) {
            return Multi.createFrom().empty();
        }
        return Multi.createBy()
                .repeating()
                .uni(() -> reader.read(last.get().next().orElseThrow(), size(wanted.get()))
                        .invoke(page -> {
                            last.set(page);
                            wanted.addAndGet(-page.items().size());
                        }))
                .whilst(page -> page.next().isPresent() && wanted.get() > 0)
                .map(Page::items);
    }
}
