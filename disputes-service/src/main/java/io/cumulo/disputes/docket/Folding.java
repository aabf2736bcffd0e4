package io.cumulo.disputes.docket;

import java.util.function.Function;

/** What a docket folds to: the state of the dispute, or the refusal of the first entry that the state before it does not allow. */
public sealed interface Folding permits DisputeState, Refusal {

    /** The state, or the caller's exception for the refusal. */
    default <X extends Throwable> DisputeState orElseThrow(Function<? super Refusal, X> failure) throws X {
        if (this instanceof Refusal refusal) {
            throw failure.apply(refusal);
        }
        return (DisputeState) this;
    }
}
