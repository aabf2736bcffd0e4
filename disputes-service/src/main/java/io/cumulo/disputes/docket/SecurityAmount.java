package io.cumulo.disputes.docket;

import io.cumulo.kit.value.Money;
import java.util.Optional;

/**
 * How much of a security was posted, released or paid out, or by how much it was increased.
 *
 * @param id key of the security, as ordered
 * @param amount more than zero; absent when nobody published it, which is not the same as all of it
 * @param to who received it, in words
 */
public record SecurityAmount(String id, Optional<Money> amount, Optional<String> to) {

    public SecurityAmount {
        Require.text(id, "id");
        Require.present(amount, "amount");
        Require.present(to, "to");
        if (amount.isPresent() && amount.get().amount().signum() <= 0) {
            throw new IllegalArgumentException("amount must be more than zero");
        }
    }
}
