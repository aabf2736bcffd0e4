package io.cumulo.kit.value;

import java.math.BigDecimal;

/** Decimals in one form, whatever form they were written in. */
public final class Decimals {

    private Decimals() {}

    /** Without zeros at the end, and never as a power of ten: 100.00 is 100 and not 1E+2. Null stays null. */
    public static BigDecimal plain(BigDecimal decimal) {
        if (decimal == null) {
            return null;
        }
        BigDecimal stripped = decimal.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
