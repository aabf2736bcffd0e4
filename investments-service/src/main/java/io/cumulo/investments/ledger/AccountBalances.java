package io.cumulo.investments.ledger;

import io.cumulo.kit.value.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * What stands on an account at a moment.
 *
 * @param account its path
 * @param asOf the day it was asked for
 * @param balances one for each currency; below zero only for the world
 */
public record AccountBalances(String account, LocalDate asOf, List<Money> balances) {

    public AccountBalances {
        balances = List.copyOf(balances);
    }
}
