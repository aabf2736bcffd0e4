package io.cumulo.investments.claim;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * The number that the printed words say, before anything is made of it.
 *
 * @param number decimal, as a string
 * @param currency ISO 4217; null: none was printed
 */
public record Reading(
        @NotNull
        @Pattern(
                regexp = "-?(0|[1-9][0-9]{0,23})(\\.[0-9]{1,8})?",
                message = "must be a decimal string such as \"26000000\"")
        String number,

        @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code of three capital letters")
        String currency) {}
