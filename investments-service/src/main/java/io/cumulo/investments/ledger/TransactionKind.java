package io.cumulo.investments.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why money moves. */
public enum TransactionKind {
    /** It is promised. */
    @JsonProperty("pledge")
    PLEDGE,
    /** The promise grows or shrinks. */
    @JsonProperty("revision")
    REVISION,
    /** A part of the promise is set aside for a category. */
    @JsonProperty("allocation")
    ALLOCATION,
    /** It is spent. */
    @JsonProperty("disbursement")
    DISBURSEMENT,
    /** It will not be spent. */
    @JsonProperty("cancellation")
    CANCELLATION,
    /** An earlier transaction was a mistake. */
    @JsonProperty("reversal")
    REVERSAL,
    /** A bond in a dispute moves. */
    @JsonProperty("security")
    SECURITY,
    /** A company reported it for the group as a whole. */
    @JsonProperty("reported-spending")
    REPORTED_SPENDING;

    /** As it stands in the API. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<TransactionKind> of(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }
}
