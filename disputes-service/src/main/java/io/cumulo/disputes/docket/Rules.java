package io.cumulo.disputes.docket;

import io.cumulo.disputes.docket.Refusal.Reason;
import io.cumulo.kit.value.Money;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a state allows: the transition table, and what an entry presupposes of the orders and securities before it. */
final class Rules {

    private Rules() {}

    static Set<EntryKind> allowedNext(DisputeState state) {
        Set<EntryKind> kinds = EnumSet.copyOf(Transitions.from(state.phase()));
        kinds.removeIf(kind -> missingFor(kind, state).isPresent());
        return kinds;
    }

    /** What stands against the entry; absent when it is allowed. */
    static Optional<Reason> against(DocketEntry entry, DisputeState state) {
        if (!Transitions.from(state.phase()).contains(entry.kind())) {
            return Optional.of(Reason.NOT_IN_THIS_PHASE);
        }
        return missingFor(entry.kind(), state).or(() -> againstParticulars(entry, state));
    }

    /** What every entry of the kind presupposes and the state lacks. */
    private static Optional<Reason> missingFor(EntryKind kind, DisputeState state) {
        return switch (kind) {
            case INJUNCTION_LIFTED, INJUNCTION_MODIFIED ->
                unless(!state.injunctionsInForce().isEmpty(), Reason.NO_INJUNCTION_IN_FORCE);
            case MANDATE -> unless(state.appealedAt().isPresent(), Reason.NO_APPEAL_TAKEN);
            case STAY_LIFTED -> unless(!state.staysInForce().isEmpty(), Reason.NO_STAY_IN_FORCE);
            case SECURITY_POSTED, SECURITY_INCREASED ->
                unless(!state.securities().isEmpty(), Reason.NO_SECURITY_ORDERED);
            case SECURITY_RELEASED, SECURITY_PAID_OUT ->
                unless(state.securities().stream().anyMatch(Security::mayBeHeld), Reason.NO_SECURITY_HELD);
            default -> Optional.empty();
        };
    }

    /** What stands against this entry, though another of its kind would be allowed. */
    private static Optional<Reason> againstParticulars(DocketEntry entry, DisputeState state) {
        return switch (entry.kind()) {
            case INJUNCTION_LIFTED -> unless(names(entry, state.injunctionsInForce()), Reason.ORDER_NOT_IN_FORCE);
            case STAY_LIFTED -> unless(names(entry, state.staysInForce()), Reason.ORDER_NOT_IN_FORCE);
            case INJUNCTION_MODIFIED ->
                unless(
                        state.injunctionsInForce().stream().anyMatch(entry.as(Particulars.Modification.class)::names),
                        Reason.ORDER_NOT_IN_FORCE);
            case SECURITY_ORDERED -> {
                String id = entry.as(Particulars.SecurityOrder.class).security().id();
                yield unless(state.security(id).isEmpty(), Reason.SECURITY_ALREADY_ORDERED);
            }
            case SECURITY_POSTED, SECURITY_INCREASED, SECURITY_RELEASED, SECURITY_PAID_OUT ->
                againstChange(entry, state);
            default -> Optional.empty();
        };
    }

    private static boolean names(DocketEntry entry, List<CourtOrder> inForce) {
        Particulars.Lifting lifting = entry.as(Particulars.Lifting.class);
        return inForce.stream().anyMatch(lifting::names);
    }

    private static Optional<Reason> againstChange(DocketEntry entry, DisputeState state) {
        SecurityAmount change = entry.as(Particulars.SecurityChange.class).security();
        Optional<Security> security = state.security(change.id());
        if (security.isEmpty()) {
            return Optional.of(Reason.SECURITY_NOT_ORDERED);
        }
        String currency = security.get().currency();
        if (change.amount()
                .map(Money::currency)
                .filter(Predicate.not(currency::equals))
                .isPresent()) {
            return Optional.of(Reason.OTHER_CURRENCY);
        }
        boolean leavesCustody =
                entry.kind() == EntryKind.SECURITY_RELEASED || entry.kind() == EntryKind.SECURITY_PAID_OUT;
        return leavesCustody ? againstLeaving(change, security.get()) : Optional.empty();
    }

    private static Optional<Reason> againstLeaving(SecurityAmount change, Security security) {
        if (!security.mayBeHeld()) {
            return Optional.of(Reason.SECURITY_NOT_HELD);
        }
        boolean tooMuch = change.amount()
                .flatMap(asked ->
                        security.heldAtMost().filter(most -> asked.amount().compareTo(most.amount()) > 0))
                .isPresent();
        return unless(!tooMuch, Reason.MORE_THAN_HELD);
    }

    private static Optional<Reason> unless(boolean fulfilled, Reason reason) {
        return fulfilled ? Optional.empty() : Optional.of(reason);
    }
}
