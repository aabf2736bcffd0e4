package io.cumulo.investments.commitment;

import io.cumulo.investments.ledger.Account;

/** The accounts of a commitment. */
final class Accounts {

    private Accounts() {}

    static String root(String commitment) {
        return "commitments/" + commitment;
    }

    static Account pledged(String commitment) {
        return new Account(root(commitment) + "/pledged");
    }
}
