package io.cumulo.disputes.docket;

import com.fasterxml.jackson.annotation.JsonProperty;

/** For whom the forum ruled. */
public enum Outcome {
    @JsonProperty("for-claimant")
    FOR_CLAIMANT,
    @JsonProperty("for-respondent")
    FOR_RESPONDENT,
    @JsonProperty("in-part")
    IN_PART
}
