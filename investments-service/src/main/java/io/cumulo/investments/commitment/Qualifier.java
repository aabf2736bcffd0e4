package io.cumulo.investments.commitment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the announced amount is meant. */
public enum Qualifier {
    @JsonProperty("exactly")
    EXACTLY,
    @JsonProperty("at-least")
    AT_LEAST,
    @JsonProperty("at-most")
    AT_MOST,
    @JsonProperty("about")
    ABOUT
}
