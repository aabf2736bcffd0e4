package io.cumulo.investments.ledger;

import io.cumulo.kit.value.Money;
import java.util.List;

/**
 * An amount that is to move.
 *
 * @param from drawn on in this order, each as far as it can give; at least one
 * @param to where it goes
 * @param amount above zero
 */
public record Transfer(List<Account> from, Account to, Money amount) {

    public Transfer {
        from = List.copyOf(from);
        if (from.isEmpty() || from.contains(to) || amount.amount().signum() <= 0) {
            throw new IllegalArgumentException("money above zero moves from one account to another");
        }
    }

    public static Transfer of(Account from, Account to, Money amount) {
        return new Transfer(List.of(from), to, amount);
    }
}
