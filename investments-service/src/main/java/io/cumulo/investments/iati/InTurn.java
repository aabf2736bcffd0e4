package io.cumulo.investments.iati;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Steps in one transaction of the database, which takes one statement at a time. */
final class InTurn {

    private InTurn() {}

    /** What the step came to for each item, in their order. */
    static <T, R> Uni<List<R>> each(Collection<T> items, Function<T, Uni<R>> step) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(step::apply)
                .collect()
                .asList();
    }
}
