package io.cumulo.investments.ledger;

import io.cumulo.kit.problem.ProblemKind;

/** What the ledger refuses. */
enum LedgerProblem implements ProblemKind {
    INSUFFICIENT_BALANCE(409, "The account doesn't hold enough"),
    OTHER_CURRENCY(409, "The account holds another currency");

    private final int status;
    private final String title;

    LedgerProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
