package io.cumulo.investments.security;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why no transaction stands for a move. */
public enum Unbooked {
    /** It moves no money: an order, an increase of what is ordered. */
    @JsonProperty("no-money-moves")
    NO_MONEY_MOVES,
    /** Nobody published how much; what is unknown is not posted. */
    @JsonProperty("amount-unknown")
    AMOUNT_UNKNOWN,
    /** More left the custodian than is known to have reached it, for some of what was posted is unknown. */
    @JsonProperty("more-than-known-to-be-held")
    MORE_THAN_KNOWN_TO_BE_HELD,
    /** The docket took it back. */
    @JsonProperty("retracted")
    RETRACTED
}
