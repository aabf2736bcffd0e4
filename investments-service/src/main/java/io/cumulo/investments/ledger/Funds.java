package io.cumulo.investments.ledger;

import io.cumulo.kit.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What accounts can give from a day on, and what is drawn on them: no account other than the world gives more than it has. */
final class Funds {

    private final LocalDate from;
    private final Map<Account, BigDecimal> available;

    /** @param lowest lowest balance of each account that may be drawn on, on any day from the given one on */
    Funds(LocalDate from, Map<Account, BigDecimal> lowest) {
        this.from = from;
        this.available = new HashMap<>(lowest);
    }

    /**
     * The postings that carry out a transfer.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 with the balance when its accounts hold too little
     */
    List<Posting> draw(Transfer transfer) {
        String currency = transfer.amount().currency();
        BigDecimal open = transfer.amount().amount();
        List<Posting> postings = new ArrayList<>();
        for (Account account : transfer.from()) {
            BigDecimal part = account.isWorld() ? open : open.min(of(account)).max(BigDecimal.ZERO);
            if (part.signum() > 0) {
                open = open.subtract(part);
                available.merge(account, part.negate(), BigDecimal::add);
                postings.add(new Posting(account.path(), transfer.to().path(), new Money(part, currency)));
            }
        }
        if (open.signum() > 0) {
            throw insufficient(transfer, transfer.amount().amount().subtract(open));
        }
        available.merge(transfer.to(), transfer.amount().amount(), BigDecimal::add);
        return postings;
    }

    private BigDecimal of(Account account) {
        return available.getOrDefault(account, BigDecimal.ZERO);
    }

    private RuntimeException insufficient(Transfer transfer, BigDecimal drawn) {
        Money balance = new Money(drawn, transfer.amount().currency());
        List<String> accounts = transfer.from().stream().map(Account::path).toList();
        return LedgerProblem.INSUFFICIENT_BALANCE
                .builder(String.join(" and ", accounts) + " can give "
                        + balance.amount().toPlainString() + " "
                        + balance.currency() + " at most, looking at every day from " + from + " on; "
                        + transfer.amount().amount().toPlainString() + " was asked for")
                .with("accounts", accounts)
                .with("balance", balance)
                .build();
    }
}
