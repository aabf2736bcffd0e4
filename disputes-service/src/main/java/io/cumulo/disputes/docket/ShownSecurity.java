package io.cumulo.disputes.docket;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.cumulo.kit.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A security as it is answered. An amount that nobody published is null, never zero; so is one of a kind of move that no entry reports.
 *
 * @param terms as ordered
 * @param orderedBy key of the entry that ordered it
 * @param required as ordered, with every increase
 * @param held posted, and neither released nor paid out
 * @param outcome null while the case is open
 * @param ledgerAccount path of the account on which what is held of it stands in the investments' ledger: {@code /v1/ledger/accounts/…/balance}
 * @param moves what happened to it, in the order of the docket
 */
public record ShownSecurity(
        @JsonUnwrapped SecurityTerms terms,
        SecurityStatus status,
        Optional<Outcome> outcome,
        String orderedBy,
        LocalDate orderedOn,
        Optional<Money> required,
        Optional<Money> posted,
        Optional<Money> held,
        Optional<Money> released,
        Optional<Money> paidOut,
        String ledgerAccount,
        List<SecurityMove> moves) {

    /** What became of it. */
    public enum Outcome {
        @JsonProperty("released")
        RELEASED,
        @JsonProperty("paid-out")
        PAID_OUT,
        /** The case has ended and nobody published what became of it. */
        @JsonProperty("unknown")
        UNKNOWN
    }

    /** Every security of the dispute, in the order in which they were ordered. */
    public static List<ShownSecurity> allOf(String dispute, DisputeState state) {
        return state.securities().stream()
                .map(security -> of(dispute, security, state))
                .toList();
    }

    private static ShownSecurity of(String dispute, Security security, DisputeState state) {
        return new ShownSecurity(
                security.terms(),
                security.status(),
                outcome(security, state),
                security.orderedBy(),
                security.orderedOn(),
                security.required(),
                security.posted(),
                security.held(),
                reported(security, EntryKind.SECURITY_RELEASED).flatMap(any -> security.released()),
                reported(security, EntryKind.SECURITY_PAID_OUT).flatMap(any -> security.paidOut()),
                "disputes/" + dispute + "/security/" + security.id() + "/held",
                security.moves());
    }

    private static Optional<SecurityMove> reported(Security security, EntryKind kind) {
        return security.moves().stream().filter(move -> move.kind() == kind).findFirst();
    }

    private static Optional<Outcome> outcome(Security security, DisputeState state) {
        if (state.securitiesOfUnknownOutcome().contains(security)) {
            return Optional.of(Outcome.UNKNOWN);
        }
        return switch (security.status()) {
            case RELEASED -> Optional.of(Outcome.RELEASED);
            case PAID_OUT -> Optional.of(Outcome.PAID_OUT);
            case ORDERED, HELD -> Optional.empty();
        };
    }
}
