package io.cumulo.investments.ledger;

import io.cumulo.kit.value.Money;
import java.util.List;

/**
 * The proof that nothing was made or lost: in each currency, what stands on accounts equals what the world gave.
 *
 * @param items by currency
 */
public record TrialBalance(List<Line> items) {

    /**
     * One currency.
     *
     * @param debit sum of all balances above zero
     * @param credit sum of all balances below zero
     * @param difference their sum: zero, always
     */
    public record Line(String currency, Money debit, Money credit, Money difference) {}
}
