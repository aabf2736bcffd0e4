package io.cumulo.investments.ledger;

import io.cumulo.kit.value.Money;

/**
 * What stands on an account.
 *
 * @param balance below zero only for the world
 */
public record Balance(Account account, Money balance) {}
