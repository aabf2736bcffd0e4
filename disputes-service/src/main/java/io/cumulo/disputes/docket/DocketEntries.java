package io.cumulo.disputes.docket;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The entries of a docket as the rules see them, as it stood at an instant of record time, and as it would stand with a change. A corrected entry
 * keeps its place in the order of recording; so does one that was taken back and is asserted again.
 */
public final class DocketEntries {

    private final List<Row> rows;

    /** @param rows in the order in which their entries were first recorded */
    DocketEntries(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /**
     * An entry that stood.
     *
     * @param stated as far as the rules need it
     */
    record Row(String key, StatedEntry stated, boolean isRetracted) {}

    /** All that stand, whatever their day. */
    List<DocketEntry> all() {
        return all(row -> true);
    }

    /** The entries with this one, new or corrected. */
    List<DocketEntry> with(String key, StatedEntry entry) {
        DocketEntry added = entry.underRules(key, place(key));
        return Stream.concat(without(key).stream(), Stream.of(added)).toList();
    }

    List<DocketEntry> without(String key) {
        return all(row -> !row.key().equals(key));
    }

    /** The state after all entries. */
    DisputeState state() {
        return state(LocalDate.MAX);
    }

    /** The state at the end of the day. */
    public DisputeState state(LocalDate asOf) {
        return Docket.fold(all(), asOf).orElseThrow(DocketEntries::impossible);
    }

    private List<DocketEntry> all(Predicate<Row> which) {
        return IntStream.range(0, rows.size())
                .filter(place -> !rows.get(place).isRetracted())
                .filter(place -> which.test(rows.get(place)))
                .mapToObj(place ->
                        rows.get(place).stated().underRules(rows.get(place).key(), place))
                .toList();
    }

    private int place(String key) {
        return IntStream.range(0, rows.size())
                .filter(place -> rows.get(place).key().equals(key))
                .findFirst()
                .orElse(rows.size());
    }

    /** What is recorded was allowed when it was recorded. */
    private static IllegalStateException impossible(Refusal refusal) {
        return new IllegalStateException("a recorded docket is not allowed: " + refusal.sentence());
    }
}
