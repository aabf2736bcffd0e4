package io.cumulo.investments.diagnosis;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;

/**
 * By which power of ten a printed number is off.
 *
 * @param exponent what it has to be multiplied by, as a power of ten, -9 to 9
 */
record Scale(int exponent) {

    static final int LARGEST = 9;

    private static final Map<Integer, String> NAMES = Map.of(
            0, "the scale is right",
            3,
                    "a thousand times too small: thousands of millions (Spanish mil millones, English billion) printed as millions",
            -3,
                    "a thousand times too large: millions printed as thousands of millions, or an English billion as a Spanish billón",
            6, "a million times too small: millions printed as units, or a Spanish billón as a million",
            -6, "a million times too large: units printed as millions",
            9, "a thousand million times too small: thousands of millions printed as units",
            -9, "a thousand million times too large: units printed as thousands of millions",
            1, "ten times too small: a slip of the decimal point",
            -1, "ten times too large: a slip of the decimal point");

    /** As a number that is written without an exponent. */
    BigDecimal factor() {
        BigDecimal power = new BigDecimal(BigInteger.TEN.pow(Math.abs(exponent)));
        return exponent < 0 ? BigDecimal.ONE.divide(power) : power;
    }

    String name() {
        return NAMES.getOrDefault(exponent, factor().toPlainString() + " times what was printed");
    }

    /** How far one has to go to believe in it: thousands are mistaken for each other all the time, other powers seldom. */
    double cost() {
        return switch (Math.abs(exponent)) {
            case 0 -> 0;
            case 3 -> 1;
            case 6 -> 1.5;
            case 9 -> 2;
            case 1 -> 2.5;
            default -> 4;
        };
    }
}
