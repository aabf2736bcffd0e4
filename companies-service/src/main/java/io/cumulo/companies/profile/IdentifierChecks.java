package io.cumulo.companies.profile;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** The checks that registers define for their identifiers; a scheme without one here takes any value. */
final class IdentifierChecks {

    private static final Pattern LEI = Pattern.compile("[0-9A-Z]{18}[0-9]{2}");
    private static final Pattern ISIN = Pattern.compile("[A-Z]{2}[0-9A-Z]{9}[0-9]");
    private static final Pattern CIK = Pattern.compile("[0-9]{10}");
    private static final Pattern WIKIDATA = Pattern.compile("Q[1-9][0-9]*");
    private static final Pattern UEI = Pattern.compile("[A-HJ-NP-Z1-9][A-HJ-NP-Z0-9]{11}");

    private IdentifierChecks() {}

    static boolean isValid(String scheme, String value) {
        return switch (scheme) {
            case "lei" -> LEI.matcher(value).matches() && isIso7064Mod97(value);
            case "isin" -> ISIN.matcher(value).matches() && hasLuhnDigit(value);
            case "cik" -> CIK.matcher(value).matches();
            case "wikidata" -> WIKIDATA.matcher(value).matches();
            case "uei" -> UEI.matcher(value).matches();
            default -> true;
        };
    }

    /** ISO 17442: letters count as two digits (A = 10), the whole leaves 1 when divided by 97 (ISO 7064 MOD 97-10). */
    private static boolean isIso7064Mod97(String value) {
        return new BigInteger(digits(value)).mod(BigInteger.valueOf(97)).equals(BigInteger.ONE);
    }

    /** ISO 6166: the last digit makes the Luhn sum over the expanded digits a multiple of ten. */
    private static boolean hasLuhnDigit(String value) {
        String digits = digits(value);
        int sum = 0;
        for (int fromEnd = 0; fromEnd < digits.length(); fromEnd++) {
            int digit = digits.charAt(digits.length() - 1 - fromEnd) - '0';
            int doubled = fromEnd % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    private static String digits(String value) {
        StringBuilder digits = new StringBuilder();
        value.chars().forEach(character -> digits.append(Character.digit(character, 36)));
        return digits.toString();
    }
}
