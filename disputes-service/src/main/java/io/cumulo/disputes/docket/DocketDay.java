package io.cumulo.disputes.docket;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The entries of one day. Those with a number keep its order; those without, and those that need not be of this very day, may come anywhere
 * among them.
 */
final class DocketDay {

    private static final Comparator<DocketEntry> READING_ORDER = Comparator.comparing(DocketEntry::kind)
            .thenComparing(DocketEntry::on)
            .thenComparing(entry -> entry.number().isEmpty())
            .thenComparing(entry -> DocketNumber.of(entry.number().orElse("")))
            .thenComparing(DocketEntry::sequence)
            .thenComparing(DocketEntry::id);

    private final LocalDate day;
    private final TreeMap<DocketNumber, List<DocketEntry>> numbered = new TreeMap<>();
    private final List<DocketEntry> eligible = new ArrayList<>();
    private int numberedAndEligible;

    DocketDay(LocalDate day, Collection<DocketEntry> entries) {
        this.day = day;
        for (DocketEntry entry : entries) {
            entry.number()
                    .filter(number -> !entry.isImprecise())
                    .map(text -> numbered.computeIfAbsent(DocketNumber.of(text), number -> new ArrayList<>()))
                    .orElse(eligible)
                    .add(entry);
        }
        takeUpNextNumber();
    }

    /** The state after the day, or the refusal of the first entry left that can't wait, when none of those that could come next is allowed. */
    Folding foldOnto(DisputeState before, Consumer<DocketEntry> taken) {
        DisputeState state = before;
        Optional<DocketEntry> next = firstAllowed(state);
        while (next.isPresent()) {
            DocketEntry placed = next.get().takenOn(day);
            state = Effects.after(state, placed);
            taken.accept(placed);
            take(next.get());
            next = firstAllowed(state);
        }
        DisputeState after = state;
        Optional<Refusal> refusal =
                eligible.stream().filter(entry -> !mayWait(entry)).findFirst().map(entry -> Refusal.of(entry, after));
        return refusal.isPresent() ? refusal.get() : after;
    }

    /** Entries that the day did not allow and that may be of a later one. */
    List<DocketEntry> waiting() {
        return List.copyOf(eligible);
    }

    private boolean mayWait(DocketEntry entry) {
        return entry.latest().isAfter(day);
    }

    private Optional<DocketEntry> firstAllowed(DisputeState state) {
        return eligible.stream()
                .filter(entry -> Rules.against(entry, state).isEmpty())
                .findFirst();
    }

    private void take(DocketEntry entry) {
        eligible.remove(entry);
        if (entry.number().isPresent() && !entry.isImprecise() && --numberedAndEligible == 0) {
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
