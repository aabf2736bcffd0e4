package io.cumulo.investments.iati;

import java.util.Arrays;
import java.util.Optional;

/** What an IATI transaction is, of those that have a place here; by the codes of version 2 and the letters of version 1. */
enum TransactionType {
    OUTGOING_COMMITMENT("2", "C", "commitment"),
    DISBURSEMENT("3", "D", "disbursement"),
    EXPENDITURE("4", "E", "expenditure"),
    INCOMING_COMMITMENT("11");

    private final String[] codes;

    TransactionType(String... codes) {
        this.codes = codes;
    }

    static Optional<TransactionType> of(String code) {
        return Arrays.stream(values())
                .filter(type -> Arrays.asList(type.codes).contains(code))
                .findFirst();
    }

    boolean isCommitment() {
        return this == OUTGOING_COMMITMENT || this == INCOMING_COMMITMENT;
    }
}
