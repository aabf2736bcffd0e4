package io.cumulo.disputes.docket;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Why a docket can't be as it was written.
 *
 * @param entry the first entry that is not allowed; after a late insertion it may be a later one than what was inserted
 * @param phase where the case stood before it
 * @param allowed the kinds allowed there; it holds the entry's own kind only if the reason lies in the entry's particulars
 */
public record Refusal(DocketEntry entry, Reason reason, Phase phase, Set<EntryKind> allowed) implements Folding {

    /** What stands against an entry. */
    public enum Reason {
        NOT_IN_THIS_PHASE("this phase of the case does not allow it"),
        NO_INJUNCTION_IN_FORCE("no injunction is in force"),
        NO_STAY_IN_FORCE("no stay is in force"),
        NO_APPEAL_TAKEN("no appeal was taken, or the court above has answered it"),
        NO_SECURITY_ORDERED("no security was ordered"),
        NO_SECURITY_HELD("no security is held"),
        ORDER_NOT_IN_FORCE("the order it lifts or modifies is not in force"),
        SECURITY_ALREADY_ORDERED("a security with this id was ordered before; an increase is a kind of its own"),
        SECURITY_NOT_ORDERED("no security with this id was ordered"),
        SECURITY_NOT_HELD("nothing of this security is held"),
        MORE_THAN_HELD("it is more than is held"),
        OTHER_CURRENCY("the security was ordered in another currency");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    public Refusal {
        allowed = Set.copyOf(allowed);
    }

    /** The refusal of an entry that the state doesn't allow. */
    static Refusal of(DocketEntry entry, DisputeState state) {
        Reason reason = Rules.against(entry, state).orElseThrow();
        return new Refusal(entry, reason, state.phase(), state.allowedNext());
    }

    /** One sentence for a person. */
    public String sentence() {
        String kinds = allowed.stream().sorted().map(EntryKind::word).collect(Collectors.joining(", "));
        return "%s of %s (entry %s) is not allowed: %s. The case is then in the phase %s, which allows: %s."
                .formatted(entry.kind(), entry.on(), entry.id(), reason.words, phase, kinds);
    }
}
