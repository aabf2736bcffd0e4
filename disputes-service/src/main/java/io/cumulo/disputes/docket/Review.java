package io.cumulo.disputes.docket;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the court above made of a decision, as its mandate says (28 U.S.C. 2106; FRAP 41). What it sent back is a remand. */
public enum Review {
    /** The decision stands. */
    @JsonProperty("affirmed")
    AFFIRMED,
    /** The decision is undone: what it granted is granted no more. */
    @JsonProperty("reversed")
    REVERSED,
    /** The decision stands in other terms. */
    @JsonProperty("modified")
    MODIFIED,
    /** The appeal was not heard, or was given up; the decision stands. */
    @JsonProperty("dismissed")
    DISMISSED
}
