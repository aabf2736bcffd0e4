package io.cumulo.kit.fact;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a fact stands. As with Wikidata's ranks, one of several contested versions may be preferred; none silently wins. */
public enum Standing {
    /** Somebody printed it and nothing recorded speaks against it. */
    @JsonProperty("asserted")
    ASSERTED,
    /** Sources disagree; the other versions are shown beside it. */
    @JsonProperty("contested")
    CONTESTED,
    /** Was recorded once and has been replaced; seen in a history only. */
    @JsonProperty("corrected")
    CORRECTED,
    /** Was recorded once and has been taken back. */
    @JsonProperty("retracted")
    RETRACTED
}
