package io.cumulo.disputes.docket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What an allowed entry makes of the state. */
final class Effects {

    private Effects() {}

    static DisputeState after(DisputeState before, DocketEntry entry) {
        Draft draft = new Draft(before);
        draft.stage = Transitions.next(before.phase(), entry.kind()).orElse(before.stage());
        switch (entry.kind()) {
            case INTERVENTION -> draft.join(Intervenor.joinedBy(entry));
            case INJUNCTION_GRANTED -> draft.inForce.add(CourtOrder.madeBy(entry, CourtOrder.Type.INJUNCTION));
            case STAY -> draft.inForce.add(CourtOrder.madeBy(entry, type(entry.as(Particulars.Stay.class))));
            case INJUNCTION_LIFTED -> draft.end(named(entry).and(CourtOrder::isInjunction), entry);
            case STAY_LIFTED -> draft.end(named(entry).and(CourtOrder::isStay), entry);
            case SECURITY_ORDERED -> draft.securities.add(Security.orderedBy(entry));
            case SECURITY_INCREASED, SECURITY_POSTED, SECURITY_RELEASED, SECURITY_PAID_OUT -> draft.move(entry);
            case RULING -> draft.rule(entry);
            case DISMISSAL -> draft.dismiss(entry);
            case SETTLEMENT, WITHDRAWAL, CLOSING -> draft.end(order -> true, entry);
            default -> {}
        }
        return draft.done();
    }

    private static CourtOrder.Type type(Particulars.Stay stay) {
        return stay.scope() == StayScope.PERFORMANCE
                ? CourtOrder.Type.STAY_OF_PERFORMANCE
                : CourtOrder.Type.STAY_OF_PROCEEDINGS;
    }

    private static Predicate<CourtOrder> named(DocketEntry entry) {
        return entry.as(Particulars.Lifting.class)::names;
    }

    private static final class Draft {
        private Phase stage;
        private final List<Intervenor> intervenors;
        private final List<CourtOrder> inForce;
        private final List<CourtOrder> ended;
        private final List<Security> securities;
        private Optional<Outcome> outcome;
        private Optional<DismissalReason> dismissalReason;

        Draft(DisputeState state) {
            stage = state.stage();
            intervenors = new ArrayList<>(state.intervenors());
            inForce = new ArrayList<>(state.inForce());
            ended = new ArrayList<>(state.ended());
            securities = new ArrayList<>(state.securities());
            outcome = state.outcome();
            dismissalReason = state.dismissalReason();
        }

        void join(Intervenor intervenor) {
            if (intervenors.stream().noneMatch(known -> known.company().equals(intervenor.company()))) {
                intervenors.add(intervenor);
            }
        }

        void end(Predicate<CourtOrder> which, DocketEntry entry) {
            inForce.stream().filter(which).map(order -> order.endedBy(entry)).forEach(ended::add);
            inForce.removeIf(which);
        }

        void move(DocketEntry entry) {
            String id = entry.as(Particulars.SecurityChange.class).security().id();
            securities.replaceAll(known -> known.id().equals(id) ? known.with(SecurityMove.reportedBy(entry)) : known);
        }

        /** An injunction until judgment does not outlive a judgment against who asked for it. */
        void rule(DocketEntry entry) {
            outcome = Optional.of(entry.as(Particulars.Ruling.class).outcome());
            if (outcome.get() == Outcome.FOR_RESPONDENT) {
                end(CourtOrder::suspends, entry);
            }
        }

        void dismiss(DocketEntry entry) {
            dismissalReason = Optional.of(entry.as(Particulars.Dismissal.class).reason());
            end(order -> true, entry);
        }

        DisputeState done() {
            return new DisputeState(stage, intervenors, inForce, ended, securities, outcome, dismissalReason);
        }
    }
}
