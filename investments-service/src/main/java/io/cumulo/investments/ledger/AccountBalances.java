package io.cumulo.investments.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cumulo.investments.rates.ConvertedSum;
import io.cumulo.kit.value.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * What stands on an account at a moment.
 *
 * @param account its path
 * @param asOf the day it was asked for
 * @param balances one for each currency; below zero only for the world
 * @param converted all of them in the currency that was asked for, at the rates of the day; null: none was asked for
 */
public record AccountBalances(
        String account,
        LocalDate asOf,
        List<Money> balances,
        @JsonInclude(JsonInclude.Include.NON_NULL) ConvertedSum converted) {

    public AccountBalances {
        balances = List.copyOf(balances);
    }

    AccountBalances(String account, LocalDate asOf, List<Money> balances) {
        this(account, asOf, balances, null);
    }
}
