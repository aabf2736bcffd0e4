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
            case INJUNCTION_GRANTED ->
                draft.inForce.add(CourtOrder.madeBy(
                        entry, type(entry.as(Particulars.Injunction.class).scope())));
            case INJUNCTION_MODIFIED -> draft.modify(entry);
            case STAY -> draft.inForce.add(CourtOrder.madeBy(entry, type(entry.as(Particulars.Stay.class))));
            case INJUNCTION_LIFTED -> draft.end(named(entry).and(CourtOrder::isInjunction), entry);
            case STAY_LIFTED -> draft.end(named(entry).and(CourtOrder::isStay), entry);
            case SECURITY_ORDERED -> draft.securities.add(Security.orderedBy(entry));
            case SECURITY_INCREASED, SECURITY_POSTED, SECURITY_RELEASED, SECURITY_PAID_OUT -> draft.move(entry);
            case RULING -> draft.rule(entry);
            case DISMISSAL -> draft.dismiss(entry);
            case APPEAL -> draft.appeal(before.stage());
            case MANDATE -> draft.review(entry, before.stage());
            case REMAND -> draft.appealedAt = Optional.empty();
            case REOPENING -> draft.reopen();
            case SETTLEMENT, WITHDRAWAL, CLOSING -> draft.end(order -> true, entry);
            default -> {}
        }
        return draft.done();
    }

    private static CourtOrder.Type type(Particulars.Stay stay) {
        return stay.scope() == OrderScope.PERFORMANCE
                ? CourtOrder.Type.STAY_OF_PERFORMANCE
                : CourtOrder.Type.STAY_OF_PROCEEDINGS;
    }

    private static CourtOrder.Type type(OrderScope injunction) {
        return injunction == OrderScope.PERFORMANCE ? CourtOrder.Type.INJUNCTION : CourtOrder.Type.OTHER_INJUNCTION;
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
        private final List<GrantedRemedy> remediesGranted;
        private Optional<Phase> appealedAt;
        private Optional<Review> review;

        Draft(DisputeState state) {
            stage = state.stage();
            intervenors = new ArrayList<>(state.intervenors());
            inForce = new ArrayList<>(state.inForce());
            ended = new ArrayList<>(state.ended());
            securities = new ArrayList<>(state.securities());
            outcome = state.outcome();
            dismissalReason = state.dismissalReason();
            remediesGranted = new ArrayList<>(state.remediesGranted());
            appealedAt = state.appealedAt();
            review = state.review();
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
            Particulars.Ruling ruling = entry.as(Particulars.Ruling.class);
            outcome = Optional.of(ruling.outcome());
            review = Optional.empty();
            ruling.grants().forEach(text -> remediesGranted.add(new GrantedRemedy(entry.id(), entry.on(), text)));
            if (outcome.get() == Outcome.FOR_RESPONDENT) {
                end(order -> order.type() != CourtOrder.Type.STAY_OF_PROCEEDINGS, entry);
            }
        }

        /** An injunction that comes to hold up something else is another order from that day on, made by the entry that modified it. */
        void modify(DocketEntry entry) {
            Particulars.Modification modification = entry.as(Particulars.Modification.class);
            Optional<CourtOrder.Type> type = modification.scope().map(Effects::type);
            Predicate<CourtOrder> changed = order ->
                    order.isInjunction() && modification.names(order) && type.isPresent() && order.type() != type.get();
            if (inForce.stream().anyMatch(changed)) {
                end(changed, entry);
                inForce.add(CourtOrder.madeBy(entry, type.orElseThrow()));
            }
        }

        /** One more who appeals finds the case before the court above already: it goes back to where the first appeal took it from. */
        void appeal(Phase before) {
            if (before != Phase.ON_APPEAL) {
                appealedAt = Optional.of(before);
            }
        }

        /**
         * The decision stands and the case is where it was when it was appealed, or it stands otherwise and the case is decided so. What a
         * reversed decision granted, and the orders made with one for the claimant, are gone with it.
         */
        void review(DocketEntry entry, Phase before) {
            Review found = entry.as(Particulars.Mandate.class).review();
            boolean stands = found == Review.AFFIRMED || found == Review.DISMISSED;
            if (before == Phase.ON_APPEAL) {
                stage = appealedAt.filter(phase -> stands && phase.ended()).orElse(Phase.DECIDED);
            }
            if (stage.ended()) {
                end(order -> true, entry);
            }
            if (found == Review.REVERSED) {
                remediesGranted.clear();
                end(order -> order.suspends() && outcome.equals(Optional.of(Outcome.FOR_CLAIMANT)), entry);
            }
            appealedAt = Optional.empty();
            review = Optional.of(found);
        }

        /** What was decided is undecided, and nothing of it is left to review; an order that had ended with the case has to be made anew. */
        void reopen() {
            outcome = Optional.empty();
            dismissalReason = Optional.empty();
            remediesGranted.clear();
            appealedAt = Optional.empty();
            review = Optional.empty();
        }

        void dismiss(DocketEntry entry) {
            dismissalReason = Optional.of(entry.as(Particulars.Dismissal.class).reason());
            end(order -> true, entry);
        }

        DisputeState done() {
            return new DisputeState(
                    stage,
                    intervenors,
                    inForce,
                    ended,
                    securities,
                    outcome,
                    dismissalReason,
                    remediesGranted,
                    appealedAt,
                    review);
        }
    }
}
