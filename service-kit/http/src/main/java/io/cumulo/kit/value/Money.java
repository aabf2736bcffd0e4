package io.cumulo.kit.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An exact amount in one currency.
 *
 * @param amount decimal, held at exactly the currency's minor units (ISO 4217): {@code 10.00} for USD, {@code 10} for JPY; may be
 *     negative in a balance
 * @param currency ISO 4217 alphabetic code
 */
public record Money(
        @NotNull
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(pattern = "^-?(0|[1-9][0-9]{0,23})(\\.[0-9]{1,8})?$")
        BigDecimal amount,

        @NotNull @Schema(pattern = "^[A-Z]{3}$") String currency) {

    private static final Pattern PRINTED = Pattern.compile("-?(0|[1-9][0-9]{0,23})(\\.[0-9]{1,8})?");

    /** @throws IllegalArgumentException for an unknown currency or an amount finer than its minor units */
    public Money {
        Objects.requireNonNull(amount, "amount");
        int minorUnits = minorUnits(currency);
        if (amount.stripTrailingZeros().scale() > minorUnits) {
            throw new IllegalArgumentException("amount " + amount.toPlainString() + " is finer than the " + minorUnits
                    + " minor units of " + currency);
        }
        amount = amount.setScale(minorUnits);
    }

    /**
     * Reads the API's shape: the amount is a decimal string, so that no reader on the way turns it into a binary float.
     *
     * @throws IllegalArgumentException saying what is wrong with the amount or the currency
     */
    @JsonCreator
    public static Money of(@JsonProperty("amount") String amount, @JsonProperty("currency") String currency) {
        if (amount == null || !PRINTED.matcher(amount).matches()) {
            throw new IllegalArgumentException(
                    "amount must be a decimal string such as \"10000000.00\", at most 24 digits before the point");
        }
        return new Money(new BigDecimal(amount), currency);
    }

    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    private static int minorUnits(String code) {
        if (code == null || !code.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("currency must be an ISO 4217 code of three capital letters");
        }
        try {
            return Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(code + " is not an ISO 4217 currency", unknown);
        }
    }
}
