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
 * @param forum before which it is brought; absent while it is only stated
 * @param statedForum the forum as a file states it
 * @param phase where it stands
 * @param outcome of its latest ruling; the claimant is who appeals
 * @param dismissalReason of its latest dismissal
 */
public record ShownAppeal(
        String dispute,
        Optional<String> forum,
        Optional<StatedForum> statedForum,
        Phase phase,
        Optional<Outcome> outcome,
        Optional<DismissalReason> dismissalReason) {

    static ShownAppeal of(DisputeVersion appeal, DisputeState state) {
        return new ShownAppeal(
                appeal.subject(),
                Optional.ofNullable(appeal.body.forum()),
                Optional.ofNullable(appeal.body.statedForum()),
                state.phase(),
                state.outcome(),
                state.dismissalReason());
    }
}
