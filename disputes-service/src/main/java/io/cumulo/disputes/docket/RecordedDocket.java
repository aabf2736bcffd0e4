package io.cumulo.disputes.docket;

import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.page.Cursor;
import io.cumulo.kit.page.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A docket as it stood at an instant of record time, with all that its entries say. */
public final class RecordedDocket {

    private final List<EntryVersion> versions;
    private final DocketEntries entries;

    /** @param versions those that stood, retracted ones included, in the order in which their entries were first recorded */
    RecordedDocket(List<EntryVersion> versions) {
        this.versions = List.copyOf(versions);
        this.entries = new DocketEntries(versions.stream()
                .map(version -> new DocketEntries.Row(version.factId(), version.body, version.isRetracted()))
                .toList());
    }

    /** What stood, retracted entries included, in the order in which they were first recorded. */
    List<EntryVersion> versions() {
        return versions;
    }

    /** The state at the end of the day. */
    public DisputeState state(LocalDate asOf) {
        return entries.state(asOf);
    }

    /** The entries until the day, as the fold takes them. */
    List<Placed> inOrder(LocalDate asOf) {
        return placed(entries.all(), versions, asOf);
    }

    /**
     * Those of which the versions are there, in the order in which the fold takes all entries.
     *
     * @param versions that stood, retracted ones included
     */
    static List<Placed> placed(List<DocketEntry> entries, List<EntryVersion> versions, LocalDate asOf) {
        Map<String, EntryVersion> byKey = versions.stream()
                .filter(version -> !version.isRetracted())
                .collect(Collectors.toMap(EntryVersion::factId, Function.identity()));
        return Docket.inOrder(entries, asOf).stream()
                .filter(entry -> byKey.containsKey(entry.id()))
                .map(entry -> new Placed(byKey.get(entry.id()), entry.on()))
                .toList();
    }

    /**
     * A page of the entries until the day. A page goes on after the last entry seen; where that one is gone, or of another day by now, after as many
     * of its day as were seen before it.
     */
    public Page<Fact<StatedEntry>> page(String dispute, LocalDate asOf, Optional<Cursor> after, int limit) {
        List<Placed> entries = inOrder(asOf);
        int first = after.map(seen -> firstAfter(seen, entries)).orElse(0);
        return Page.cut(
                        entries.subList(first, Math.min(entries.size(), first + limit + 1)),
                        limit,
                        last -> position(dispute, last, entries))
                .map(placed -> placed.entry().toFact());
    }

    private static Cursor position(String dispute, Placed last, List<Placed> entries) {
        int before =
                entries.indexOf(last) - howMany(entries, placed -> placed.on().isBefore(last.on()));
        return Cursor.of(list(dispute), last.on().toString(), last.entry().factId(), String.valueOf(before));
    }

    private static int firstAfter(Cursor seen, List<Placed> entries) {
        LocalDate day = seen.day(0);
        int begin = howMany(entries, placed -> placed.on().isBefore(day));
        int end = howMany(entries, placed -> !placed.on().isAfter(day));
        return IntStream.range(begin, end)
                .filter(index -> entries.get(index).entry().factId().equals(seen.text(1)))
                .map(index -> index + 1)
                .findFirst()
                .orElse((int) Math.min(end, begin + seen.number(2)));
    }

    private static int howMany(List<Placed> entries, Predicate<Placed> which) {
        return (int) entries.stream().filter(which).count();
    }

    /** Names the list for its cursors. */
    static String list(String dispute) {
        return "docket of " + dispute;
    }

    /**
     * An entry in the order of the world.
     *
     * @param on the day on which the fold takes it: its own, or the one of its month or year that it is placed on
     */
    record Placed(EntryVersion entry, LocalDate on) {}
}
