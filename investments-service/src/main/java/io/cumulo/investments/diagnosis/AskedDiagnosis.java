package io.cumulo.investments.diagnosis;

import io.cumulo.kit.value.LanguageTag;
import io.cumulo.kit.value.Money;
import io.cumulo.kit.value.PartialDate;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A printed number and the right money, as a client asks about them.
 *
 * @param printed the number that was printed
 * @param value the right money
 * @param on when it was printed or announced, as precisely as known
 * @param language of the print, or null
 */
public record AskedDiagnosis(
        @NotNull @Valid Printed printed,
        @NotNull Money value,
        @NotNull PartialDate on,
        @LanguageTag String language) {

    /**
     * The number that the printed words say, before anything is made of it.
     *
     * @param number decimal, as a string
     * @param currency ISO 4217; null: none was printed
     */
    public record Printed(
            @NotNull
            @Pattern(
                    regexp = "-?(0|[1-9][0-9]{0,23})(\\.[0-9]{1,8})?",
                    message = "must be a decimal string such as \"26000000\"")
            String number,

            @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code of three capital letters")
            String currency) {}

    Question toQuestion() {
        return new Question(
                new BigDecimal(printed.number()),
                Optional.ofNullable(printed.currency()),
                value,
                Optional.ofNullable(language),
                List.of(new Question.Days(on.first(), on.last())));
    }
}
