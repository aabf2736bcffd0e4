package io.cumulo.companies.search;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An identifier that is asked for.
 *
 * @param scheme the register; empty: any
 * @param value as the register writes it
 * @param market of a ticker, ISO 10383; empty: any
 */
public record IdentifierQuery(Optional<String> scheme, String value, Optional<String> market) {

    private static final int LONGEST = 300;
    private static final Pattern FORM = Pattern.compile(
            "(?<scheme>[a-z0-9]+(?:-[a-z0-9]+)*):(?:(?<=^ticker:)(?<market>[A-Z0-9]{4})/)?(?<value>[^\\p{Cntrl}]+)");

    public static IdentifierQuery of(String scheme, String value) {
        return new IdentifierQuery(Optional.of(scheme), normal(value), Optional.empty());
    }

    /** From {@code scheme:value} or {@code ticker:MIC/value}; empty when it is written otherwise. */
    public static Optional<IdentifierQuery> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches() || normal(matcher.group("value")).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new IdentifierQuery(
                Optional.of(matcher.group("scheme")),
                normal(matcher.group("value")),
                Optional.ofNullable(matcher.group("market"))));
    }

    /** Those that a text may be: with its scheme, or of any register. */
    static List<IdentifierQuery> in(String text) {
        String value = normal(text);
        return value.isEmpty()
                ? List.of()
                : Stream.concat(
                                Stream.of(new IdentifierQuery(Optional.empty(), value, Optional.empty())),
                                parse(text).stream())
                        .toList();
    }

    /** Registers write their identifiers in capitals. */
    static String normal(String value) {
        return Letters.cut(value.replaceAll("\\p{Cs}", "").strip().toUpperCase(Locale.ROOT), LONGEST);
    }
}
