package io.cumulo.investments.commitment;

import io.cumulo.investments.rates.Conversion;
import io.cumulo.kit.value.Money;

/**
 * A position in another currency: all of it at the rate of the day on which the commitment was announced, so that its parts stay the parts of its whole.
 *
 *
 * @param in ISO 4217
 * @param pledged null: a rate is missing
 * @param allocated null: a rate is missing
 * @param spent null: a rate is missing
 * @param cancelled null: a rate is missing
 * @param outstanding null: a rate is missing
 * @param conversion by which rates, of which day, by which rule; or why not
 */
public record ConvertedPosition(
        String in,
        Money pledged,
        Money allocated,
        Money spent,
        Money cancelled,
        Money outstanding,
        Conversion conversion) {

    static ConvertedPosition of(Position position, Conversion conversion) {
        return new ConvertedPosition(
                conversion.to(),
                conversion.of(position.pledged()).orElse(null),
                conversion.of(position.allocated()).orElse(null),
                conversion.of(position.spent()).orElse(null),
                conversion.of(position.cancelled()).orElse(null),
                conversion.of(position.outstanding()).orElse(null),
                conversion);
    }
}
