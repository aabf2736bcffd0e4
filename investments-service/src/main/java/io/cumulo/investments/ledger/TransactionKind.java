package io.cumulo.investments.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why money moves. */
public enum TransactionKind {
    /** It is promised. */
    @JsonProperty("pledge")
    PLEDGE,
    /** The promise grows or shrinks. */
    @JsonProperty("revision")
    REVISION,
    /** A part of the promise is set aside for a category. */
    @JsonProperty("allocation")
    ALLOCATION,
    /** It is spent. */
    @JsonProperty("disbursement")
    DISBURSEMENT,
    /** It will not be spent. */
    @JsonProperty("cancellation")
    CANCELLATION,
    /** An earlier transaction was a mistake. */
    @JsonProperty("reversal")
    REVERSAL,
    /** A bond in a dispute moves. */
    @JsonProperty("security")
    SECURITY,
    /** A company reported it for the group as a whole. */
    @JsonProperty("reported-spending")
    REPORTED_SPENDING
}
