package io.cumulo.companies.exchange;

import java.math.BigInteger;
import java.util.Locale;
import java.util.stream.Collectors;

/** Legal entity identifiers that are valid (ISO 17442) and nobody's. */
public final class Leis {

    private Leis() {}

    /** The same one for the same text, of which the first 16 letters and digits count. */
    public static String of(String text) {
        String letters = text.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        String body = "9X" + (letters + "0".repeat(16)).substring(0, 16);
        String digits = (body + "00")
                .chars()
                .mapToObj(letter -> String.valueOf(Character.digit(letter, 36)))
                .collect(Collectors.joining());
        int check = 98 - new BigInteger(digits).mod(BigInteger.valueOf(97)).intValue();
        return body + String.format(Locale.ROOT, "%02d", check);
    }
}
