package io.cumulo.disputes.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a milestone stands (OCDS codelist milestoneStatus). */
public enum MilestoneStatus {
    @JsonProperty("scheduled")
    SCHEDULED,
    @JsonProperty("met")
    MET,
    @JsonProperty("not-met")
    NOT_MET,
    @JsonProperty("partially-met")
    PARTIALLY_MET
}
