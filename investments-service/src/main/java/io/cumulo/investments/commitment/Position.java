package io.cumulo.investments.commitment;

import io.cumulo.investments.ledger.Balance;
import io.cumulo.kit.value.Money;
import java.math.BigDecimal;
import java.util.List;
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

    /**
     * The position that a commitment's accounts come to.
     *
     * @param currency in which it stands; what a corrected currency left behind is all zero
     */
    static Position of(String commitment, String currency, List<Balance> balances) {
        String root = new Accounts(commitment).root().path();
        List<Balance> own = balances.stream()
                .filter(balance -> balance.balance().currency().equals(currency))
                .toList();
        BigDecimal all = sum(own, path -> true);
        BigDecimal allocated = sum(own, path -> path.startsWith(root + "/allocated/"));
        BigDecimal spent = sum(own, path -> path.startsWith(root + "/spent/"));
        BigDecimal cancelled = sum(own, (root + "/cancelled")::equals);
        return new Position(
                new Money(all, currency),
                new Money(allocated, currency),
                new Money(spent, currency),
                new Money(cancelled, currency),
                new Money(all.subtract(spent).subtract(cancelled), currency));
    }

    private static BigDecimal sum(List<Balance> balances, Predicate<String> accounts) {
        return balances.stream()
                .filter(balance -> accounts.test(balance.account().path()))
                .map(balance -> balance.balance().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
