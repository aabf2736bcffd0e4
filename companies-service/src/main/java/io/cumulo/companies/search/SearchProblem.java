package io.cumulo.companies.search;

import io.cumulo.kit.problem.ProblemKind;

/** What a search can't answer. */
enum SearchProblem implements ProblemKind {
    INDEX_INCOMPLETE(503, "What companies are found by is being made anew");

    private final int status;
    private final String title;

    SearchProblem(int status, String title) {
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
