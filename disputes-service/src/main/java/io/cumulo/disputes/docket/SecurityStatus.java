package io.cumulo.disputes.docket;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the docket says became of a security. The end of the case changes none of it: what nobody published stays unknown. */
public enum SecurityStatus {
    /** Ordered; no entry says that it was posted. */
    @JsonProperty("ordered")
    ORDERED,
    /** Posted, and not known to have left the custodian altogether. */
    @JsonProperty("held")
    HELD,
    /** Given back, all of it or an unpublished part; none was paid out. */
    @JsonProperty("released")
    RELEASED,
    /** Some of it paid to whom it protected, and nothing known to be left. */
    @JsonProperty("paid-out")
    PAID_OUT
}
