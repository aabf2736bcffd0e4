package io.cumulo.disputes.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an award stands (OCDS codelist awardStatus). */
public enum AwardStatus {
    @JsonProperty("pending")
    PENDING,
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("cancelled")
    CANCELLED,
    @JsonProperty("unsuccessful")
    UNSUCCESSFUL
}
