package io.cumulo.investments.ledger;

import io.cumulo.kit.value.Money;
import io.cumulo.kit.value.PositiveMoney;
import jakarta.validation.constraints.NotNull;
import java.util.stream.Stream;

/**
 * An amount that moves from one account to another.
 *
 * @param source the account that it leaves
 * @param destination the account that it reaches
 * @param amount above zero
 */
public record Posting(
        @NotNull Account source,
        @NotNull Account destination,
        @NotNull @PositiveMoney Money amount) {

    /** @throws IllegalArgumentException when it leads back to where it starts */
    public Posting {
        if (source != null && source.equals(destination)) {
            throw new IllegalArgumentException("must lead from one account to another");
        }
    }

    /** Both of them. */
    Stream<Account> accounts() {
        return Stream.of(source, destination);
    }

    /** The same money on its way back. */
    Posting reversed() {
        return new Posting(destination, source, amount);
    }
}
