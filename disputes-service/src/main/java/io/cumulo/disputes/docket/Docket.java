package io.cumulo.disputes.docket;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A docket read as a fold: the state of a dispute is what its entries make of {@link DisputeState#INITIAL}, in the order of the world.
 *
 * <p>Entries go by their day, then by their number on the docket. Entries of one day that no number puts in order, because they have
 * none or share it, go by their kind ({@link EntryKind}), save that one which the state does not allow yet waits for the others. Only
 * among entries of one day, number and kind does the order of recording decide: whoever records the same entries in another order gets
 * the same state.
 *
 * <p>An entry whose date is known only to the month or the year comes as early in it as the state allows: on the first day of it, or after
 * the first other entry in it that makes it possible. It is refused only when no day of it would do.
 */
public final class Docket {

    private Docket() {}

    /** The state after all of these entries, which may come in any order. */
    public static Folding fold(Collection<DocketEntry> entries) {
        return fold(entries, LocalDate.MAX);
    }

    /** The state at the end of that day: what happened later is left out. */
    public static Folding fold(Collection<DocketEntry> entries, LocalDate asOf) {
        return fold(entries, asOf, taken -> {});
    }

    /** The entries until the end of that day, in the order in which the fold takes them, each on the day on which it does. */
    public static List<DocketEntry> inOrder(Collection<DocketEntry> entries, LocalDate asOf) {
        List<DocketEntry> order = new ArrayList<>();
        Folding folding = fold(entries, asOf, order::add);
        if (folding instanceof Refusal refusal) {
            throw new IllegalArgumentException(refusal.sentence());
        }
        return List.copyOf(order);
    }

    private static Folding fold(Collection<DocketEntry> entries, LocalDate asOf, Consumer<DocketEntry> taken) {
        DisputeState state = DisputeState.INITIAL;
        List<DocketEntry> waiting = List.of();
        for (Map.Entry<LocalDate, List<DocketEntry>> day : days(entries, asOf).entrySet()) {
            Optional<Refusal> tooLate = overdue(waiting, day.getKey().minusDays(1), state);
            if (tooLate.isPresent()) {
                return tooLate.get();
            }
            DocketDay entered = new DocketDay(day.getKey(), together(waiting, day.getValue()));
            Folding next = entered.foldOnto(state, taken);
            if (next instanceof Refusal) {
                return next;
            }
            state = (DisputeState) next;
            waiting = entered.waiting();
        }
        Optional<Refusal> tooLate = overdue(waiting, asOf, state);
        return tooLate.isPresent() ? tooLate.get() : state;
    }

    /** The refusal of the first entry that would have had to come until that day. */
    private static Optional<Refusal> overdue(List<DocketEntry> waiting, LocalDate day, DisputeState state) {
        return waiting.stream()
                .filter(entry -> !entry.latest().isAfter(day))
                .findFirst()
                .map(entry -> Refusal.of(entry, state));
    }

    private static Map<LocalDate, List<DocketEntry>> days(Collection<DocketEntry> entries, LocalDate asOf) {
        return entries.stream()
                .filter(entry -> !entry.on().isAfter(asOf))
                .collect(Collectors.groupingBy(DocketEntry::on, TreeMap::new, Collectors.toList()));
    }

    private static List<DocketEntry> together(List<DocketEntry> waiting, List<DocketEntry> today) {
        return Stream.concat(waiting.stream(), today.stream()).toList();
    }
}
