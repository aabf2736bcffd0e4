package io.cumulo.investments.ledger;

import io.cumulo.kit.value.Money;

/**
 * What stands on an account.
 *
 * @param account its path
 * @param balance below zero only for the world
 */
public record Balance(String account, Money balance) {}
