package io.cumulo.investments.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** A posting as the brute-force model keeps it. */
record Move(
        String id,
        String source,
        String destination,
        BigDecimal amount,
        String currency,
        LocalDate effectiveOn,
        Instant recordedAt) {

    /** What it does to an account, or to a root and all below it. */
    BigDecimal on(String account) {
        BigDecimal change = BigDecimal.ZERO;
        if (within(destination, account)) {
            change = change.add(amount);
        }
        return within(source, account) ? change.subtract(amount) : change;
    }

    private static boolean within(String path, String account) {
        return path.equals(account) || !account.contains("/") && path.startsWith(account + "/");
    }
}
