package io.cumulo.disputes.docket;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A docket read as a fold: the state of a dispute is what its entries make of {@link DisputeState#INITIAL}, in the order of the world.
 *
 * <p>Entries go by their day, then by their number on the docket. Entries of one day that no number puts in order, because they have
 * none or share it, go by their kind ({@link EntryKind}), save that one which the state does not allow yet waits for the others. Only
 * among entries of one day, number and kind does the order of recording decide: whoever records the same entries in another order gets
 * the same state.
 */
public final class Docket {

    private Docket() {}

    /** The state after all of these entries, which may come in any order. */
    public static Folding fold(Collection<DocketEntry> entries) {
        DisputeState state = DisputeState.INITIAL;
        for (List<DocketEntry> day : days(entries).values()) {
            Folding next = new DocketDay(day).foldOnto(state);
            if (next instanceof Refusal) {
                return next;
            }
            state = (DisputeState) next;
        }
        return state;
    }

    /** The state at the end of that day: what happened later is left out. */
    public static Folding fold(Collection<DocketEntry> entries, LocalDate asOf) {
        return fold(entries.stream().filter(entry -> !entry.on().isAfter(asOf)).toList());
    }

    private static Map<LocalDate, List<DocketEntry>> days(Collection<DocketEntry> entries) {
        return entries.stream().collect(Collectors.groupingBy(DocketEntry::on, TreeMap::new, Collectors.toList()));
    }
}
