package io.cumulo.disputes.dispute;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What sort of proceedings a dispute is. */
public enum DisputeKind {
    @JsonProperty("bid-protest")
    BID_PROTEST,
    @JsonProperty("complaint")
    COMPLAINT,
    @JsonProperty("lawsuit")
    LAWSUIT,
    @JsonProperty("appeal")
    APPEAL
}
