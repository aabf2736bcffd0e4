package io.cumulo.disputes.dispute;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.cumulo.disputes.docket.CourtOrder;
import io.cumulo.disputes.docket.DismissalReason;
import io.cumulo.disputes.docket.DisputeState;
import io.cumulo.disputes.docket.DocketDate;
import io.cumulo.disputes.docket.EntryKind;
import io.cumulo.disputes.docket.GrantedRemedy;
import io.cumulo.disputes.docket.Outcome;
import io.cumulo.disputes.docket.Phase;
import io.cumulo.disputes.docket.RecordedDocket;
import io.cumulo.disputes.docket.Review;
import io.cumulo.disputes.docket.ShownSecurity;
import io.cumulo.disputes.docket.StatedEntry;
import io.cumulo.disputes.docket.Suspension;
import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.page.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A dispute as it is answered: with the state that its docket folds to.
 *
 * @param dispute with the parties that joined it by the docket
 * @param appeals the disputes that appeal from it, with where each stands
 * @param securities that were ordered, with what happened to each
 * @param docket its first entries until the day, in their order; only where it is asked for
 * @param docketNext where the docket's own list goes on, where it does
 */
public record ShownDispute(
        @JsonUnwrapped Fact<Dispute> dispute,
        State state,
        List<ShownAppeal> appeals,
        List<ShownSecurity> securities,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Fact<StatedEntry>> docket,
        @JsonInclude(JsonInclude.Include.NON_NULL) String docketNext) {

    public ShownDispute {
        appeals = List.copyOf(appeals);
        securities = List.copyOf(securities);
    }

    /**
     * Where it stands. Entries are named by their keys on this docket.
     *
     * @param outcome of the latest ruling
     * @param dismissalReason of the latest dismissal
     * @param remediesGranted by its rulings, as far as no mandate reversed them
     * @param review what the court above made of the latest ruling, as this docket has it
     * @param suspensions when it suspended the contract, oldest first
     * @param allowedNext the kinds of entry that may come next
     */
    public record State(
            Phase phase,
            Optional<Outcome> outcome,
            Optional<DismissalReason> dismissalReason,
            List<GrantedRemedy> remediesGranted,
            Optional<Review> review,
            List<Order> injunctionsInForce,
            List<Order> staysInForce,
            List<Suspension> suspensions,
            List<EntryKind> allowedNext) {

        static State of(DisputeState state) {
            return new State(
                    state.phase(),
                    state.outcome(),
                    state.dismissalReason(),
                    state.remediesGranted(),
                    state.review(),
                    state.injunctionsInForce().stream().map(Order::of).toList(),
                    state.staysInForce().stream().map(Order::of).toList(),
                    state.suspensions(),
                    state.allowedNext().stream().sorted().toList());
        }
    }

    /**
     * An order in force.
     *
     * @param entry key of the entry that made it
     * @param from first day in force, as precise as the entry
     * @param suspendsContract false for a stay of the proceedings
     */
    public record Order(String entry, DocketDate from, boolean suspendsContract) {

        static Order of(CourtOrder order) {
            return new Order(order.entry(), order.from(), order.suspends());
        }
    }

    /** With the beginning of its docket. */
    static ShownDispute of(Fact<Dispute> dispute, RecordedDocket docket, LocalDate asOf, List<ShownAppeal> appeals) {
        return of(
                dispute,
                docket.state(asOf),
                appeals,
                Optional.of(docket.page(dispute.id(), asOf, Optional.empty(), Inclusion.ENTRIES)));
    }

    static ShownDispute of(Fact<Dispute> dispute, DisputeState state, List<ShownAppeal> appeals) {
        return of(dispute, state, appeals, Optional.empty());
    }

    private static ShownDispute of(
            Fact<Dispute> dispute,
            DisputeState state,
            List<ShownAppeal> appeals,
            Optional<Page<Fact<StatedEntry>>> begun) {
        Fact<Dispute> joined = new Fact<>(
                dispute.id(),
                dispute.body().joinedBy(state.intervenors()),
                dispute.validFrom(),
                dispute.validTo(),
                dispute.recordedAt(),
                dispute.standing(),
                dispute.preferred(),
                dispute.sources(),
                dispute.retraction());
        return new ShownDispute(
                joined,
                State.of(state),
                appeals,
                ShownSecurity.allOf(dispute.id(), state),
                begun.map(Page::items).orElse(null),
                begun.flatMap(Page::next).orElse(null));
    }
}
