package io.cumulo.investments.commitment;

import io.cumulo.investments.ledger.Balance;
import io.cumulo.kit.value.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What became of a commitment's money, by the ledger.
 *
 * @param pledged all that was promised, revisions included
 * @param allocated set aside for categories and not yet spent
 * @param spent disbursed
 * @param cancelled withdrawn
 * @param outstanding promised, and neither spent nor cancelled
 */
public record Position(Money pledged, Money allocated, Money spent, Money cancelled, Money outstanding) {

    /** Empty when nothing was ever posted: an undisclosed amount has no position, not one of zero. */
    static Optional<Position> of(String commitment, List<Balance> balances) {
        if (balances.isEmpty()) {
            return Optional.empty();
        }
        String root = Accounts.root(commitment);
        Money allocated = sum(balances, account -> account.startsWith(root + "/allocated/"));
        Money spent = sum(balances, account -> account.startsWith(root + "/spent/"));
        Money cancelled = sum(balances, (root + "/cancelled")::equals);
        Money all = sum(balances, account -> true);
        BigDecimal outstanding = all.amount().subtract(spent.amount()).subtract(cancelled.amount());
        return Optional.of(new Position(all, allocated, spent, cancelled, new Money(outstanding, all.currency())));
    }

    private static Money sum(List<Balance> balances, Predicate<String> accounts) {
        BigDecimal sum = balances.stream()
                .filter(balance -> accounts.test(balance.account()))
                .map(balance -> balance.balance().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Money(sum, balances.get(0).balance().currency());
    }
}
