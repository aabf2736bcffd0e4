package io.cumulo.disputes.docket;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The order of docket numbers: those that are numbers by value, then those that are not ({@code 26-1}) by their text.
 *
 * @param value absent when the text is not a number
 */
record DocketNumber(Optional<BigInteger> value, String text) implements Comparable<DocketNumber> {

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Comparator<DocketNumber> BY_VALUE_THEN_TEXT = Comparator.comparing(
                    (DocketNumber number) -> number.value.isEmpty())
            .thenComparing(number -> number.value.orElse(BigInteger.ZERO))
            .thenComparing(number -> number.value.isPresent() ? "" : number.text);

    static DocketNumber of(String text) {
        String trimmed = text.strip();
        boolean digits = DIGITS.matcher(trimmed).matches();
        return new DocketNumber(digits ? Optional.of(new BigInteger(trimmed)) : Optional.empty(), trimmed);
    }

    @Override
    public int compareTo(DocketNumber other) {
        return BY_VALUE_THEN_TEXT.compare(this, other);
    }
}
