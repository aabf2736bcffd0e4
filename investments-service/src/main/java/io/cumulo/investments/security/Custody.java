package io.cumulo.investments.security;

import io.cumulo.investments.ledger.Account;

/**
 * The accounts of a security: {@code disputes/{dispute}/security/{bond}/held}, and what became of it beside: {@code …/released} and
 * {@code …/paid-out}. All that lies below {@code …/{bond}} is what was posted.
 */
record Custody(String dispute, String bond) {

    Account held() {
        return Account.at("disputes", dispute, "security", bond, "held");
    }

    Account source(Direction direction) {
        return direction == Direction.POSTED ? Account.WORLD : held();
    }

    Account destination(Direction direction) {
        return direction == Direction.POSTED
                ? held()
                : Account.at("disputes", dispute, "security", bond, direction.word());
    }
}
