package io.cumulo.investments.ledger;

import io.cumulo.kit.problem.ProblemKind;

/** What the ledger refuses. */
enum LedgerProblem implements ProblemKind {
    INSUFFICIENT_BALANCE(409, "The account doesn't hold enough"),
    ALREADY_REVERSED(409, "The transaction is reversed already"),
    NOT_REVERSIBLE(409, "The transaction can't be reversed here"),
    NOT_REPLACEABLE(409, "Only a reversed transaction is replaced, once");

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
