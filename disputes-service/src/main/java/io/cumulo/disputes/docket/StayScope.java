package io.cumulo.disputes.docket;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a stay holds up. */
public enum StayScope {
    /** The case itself: the contract is as it was. */
    @JsonProperty("proceedings")
    PROCEEDINGS,
    /** The contract: its performance is suspended, as by the automatic stay of a protest (31 U.S.C. 3553(d)). */
    @JsonProperty("performance")
    PERFORMANCE
}
