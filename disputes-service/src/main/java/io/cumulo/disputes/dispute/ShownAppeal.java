package io.cumulo.disputes.dispute;

import io.cumulo.disputes.docket.DismissalReason;
import io.cumulo.disputes.docket.DisputeState;
import io.cumulo.disputes.docket.Outcome;
import io.cumulo.disputes.docket.Phase;
import java.util.Optional;

/**
 * An appeal from a dispute, as its own docket tells it. What it does to the dispute below stands on that one's docket, when the mandate has come.
 *
 * @param dispute key of the appeal
 * @param forum before which it is brought
 * @param phase where it stands
 * @param outcome of its latest ruling; the claimant is who appeals
 * @param dismissalReason of its latest dismissal
 */
public record ShownAppeal(
        String dispute,
        String forum,
        Phase phase,
        Optional<Outcome> outcome,
        Optional<DismissalReason> dismissalReason) {

    static ShownAppeal of(DisputeVersion appeal, DisputeState state) {
        return new ShownAppeal(
                appeal.subject(), appeal.body.forum(), state.phase(), state.outcome(), state.dismissalReason());
    }
}
