package io.cumulo.disputes.docket;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the docket says became of a security. The end of the case changes none of it: what nobody published stays unknown. */
public enum SecurityStatus {
    /** Ordered; no entry says that it was posted. */
    @JsonProperty("ordered")
    ORDERED,
    /** Posted; as far as the docket tells, some of it is with the custodian. */
    @JsonProperty("held")
    HELD,
    /** Some given back to who posted it, none paid out, and nothing known to be left. */
    @JsonProperty("released")
    RELEASED,
    /** Some of it paid to whom it protected, and nothing known to be left. */
    @JsonProperty("paid-out")
    PAID_OUT
}
