package io.cumulo.disputes.docket;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The entries of one day. Those with a number keep its order; those without may come anywhere among them. */
final class DocketDay {

    private static final Comparator<DocketEntry> READING_ORDER = Comparator.comparing(DocketEntry::kind)
            .thenComparing(entry -> entry.number().isEmpty())
            .thenComparing(DocketEntry::sequence)
            .thenComparing(DocketEntry::id);

    private final TreeMap<DocketNumber, List<DocketEntry>> numbered = new TreeMap<>();
    private final List<DocketEntry> eligible = new ArrayList<>();
    private int numberedAndEligible;

    DocketDay(Collection<DocketEntry> entries) {
        for (DocketEntry entry : entries) {
            entry.number()
                    .map(text -> numbered.computeIfAbsent(DocketNumber.of(text), number -> new ArrayList<>()))
                    .orElse(eligible)
                    .add(entry);
        }
        takeUpNextNumber();
    }

    /** The state after the day, or the refusal of the first entry left when none of those that could come next is allowed. */
    Folding foldOnto(DisputeState before) {
        DisputeState state = before;
        while (!eligible.isEmpty()) {
            Optional<DocketEntry> next = firstAllowed(state);
            if (next.isEmpty()) {
                return refusal(state);
            }
            state = Effects.after(state, next.get());
            take(next.get());
        }
        return state;
    }

    private Optional<DocketEntry> firstAllowed(DisputeState state) {
        return eligible.stream()
                .filter(entry -> Rules.against(entry, state).isEmpty())
                .findFirst();
    }

    private Refusal refusal(DisputeState state) {
        DocketEntry first = eligible.get(0);
        Refusal.Reason reason = Rules.against(first, state).orElseThrow();
        return new Refusal(first, reason, state.phase(), state.allowedNext());
    }

    private void take(DocketEntry entry) {
        eligible.remove(entry);
        if (entry.number().isPresent() && --numberedAndEligible == 0) {
            takeUpNextNumber();
        }
    }

    private void takeUpNextNumber() {
        Map.Entry<DocketNumber, List<DocketEntry>> lowest = numbered.pollFirstEntry();
        if (lowest != null) {
            eligible.addAll(lowest.getValue());
            numberedAndEligible = lowest.getValue().size();
        }
        eligible.sort(READING_ORDER);
    }
}
