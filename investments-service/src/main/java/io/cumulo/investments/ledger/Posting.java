package io.cumulo.investments.ledger;

import io.cumulo.kit.value.Money;

/**
 * An amount that moved from one account to another.
 *
 * @param source path of the account it left
 * @param destination path of the account it reached
 * @param amount above zero
 */
public record Posting(String source, String destination, Money amount) {}
