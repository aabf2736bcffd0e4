package io.cumulo.companies.search;

import java.util.Locale;
import java.util.Optional;

/**
 * An identifier that is asked for.
 *
 * @param scheme the register; empty: any
 * @param value as the register writes it
 * @param market of a ticker, ISO 10383; empty: any
 */
public record IdentifierQuery(Optional<String> scheme, String value, Optional<String> market) {

    public static IdentifierQuery of(String scheme, String value) {
        return new IdentifierQuery(Optional.of(scheme), normal(value), Optional.empty());
    }

    /** From {@code scheme:value} or {@code ticker:MIC/value}; empty when it is written otherwise. */
    public static Optional<IdentifierQuery> parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1) {
            return Optional.empty();
        }
        String scheme = text.substring(0, colon);
        String value = normal(text.substring(colon + 1));
        int slash = value.indexOf('/');
        return scheme.equals("ticker") && slash > 0 && slash < value.length() - 1
                ? Optional.of(new IdentifierQuery(
                        Optional.of(scheme), value.substring(slash + 1), Optional.of(value.substring(0, slash))))
                : Optional.of(new IdentifierQuery(Optional.of(scheme), value, Optional.empty()));
    }

    /** A text that may be an identifier of any register. */
    static IdentifierQuery anywhere(String text) {
        return new IdentifierQuery(Optional.empty(), normal(text), Optional.empty());
    }

    /** Registers write their identifiers in capitals. */
    static String normal(String value) {
        return value.strip().toUpperCase(Locale.ROOT);
    }
}
