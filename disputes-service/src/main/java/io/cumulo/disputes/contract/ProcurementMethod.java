package io.cumulo.disputes.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the supplier is chosen (OCDS codelist method). */
public enum ProcurementMethod {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("selective")
    SELECTIVE,
    @JsonProperty("limited")
    LIMITED,
    @JsonProperty("direct")
    DIRECT
}
