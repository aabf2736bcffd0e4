package io.cumulo.disputes.docket;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an order holds up. */
public enum OrderScope {
    /** Of a stay: the case itself; the contract is as it was. */
    @JsonProperty("proceedings")
    PROCEEDINGS,
    /** The contract: its performance is suspended, as by the automatic stay of a protest (31 U.S.C. 3553(d)). */
    @JsonProperty("performance")
    PERFORMANCE,
    /** Of an injunction: something else, such as the use of what a bidder disclosed; the contract is as it was. */
    @JsonProperty("other")
    OTHER
}
