package io.cumulo.disputes.docket;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a case was dismissed (RCFC 12(b) and 41, FRCP 12(b) and 41). */
public enum DismissalReason {
    @JsonProperty("moot")
    MOOT,
    @JsonProperty("jurisdiction")
    JURISDICTION,
    @JsonProperty("standing")
    STANDING,
    @JsonProperty("failure-to-state-a-claim")
    FAILURE_TO_STATE_A_CLAIM,
    @JsonProperty("voluntary")
    VOLUNTARY,
    @JsonProperty("other")
    OTHER
}
