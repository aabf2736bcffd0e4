package io.cumulo.investments.ledger;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Accounts as a writer meets them: one writer at a time, who sees all that was posted before. In the current transaction. */
@ApplicationScoped
class AccountHeads {

    /** In the order of the locks' own numbers, so that two writers never wait for each other. */
    private static final String LOCK = """
            select cast(pg_advisory_xact_lock(head) as text)
            from (select distinct hashtextextended(path, 2) as head from unnest(string_to_array(:accounts, ' ')) as path order by head) ordered
            """;

    private static final String CURRENCIES = """
            select destination, min(currency) from ledger_posting
            where destination in (:accounts) group by destination
            """;

    /** The running balance of each account over its days, all earlier ones taken together as the first. */
    private static final String LOWEST = """
            with move as (
                select destination as account, greatest(effective_on, :from) as day, amount from ledger_posting where destination in (:accounts)
                union all
                select source, greatest(effective_on, :from), -amount from ledger_posting where source in (:accounts)
                union all
                select account, cast(:from as date), 0 from unnest(string_to_array(:drawn, ' ')) as account
            ), day as (
                select account, day, sum(amount) as change from move group by account, day
            ), running as (
                select account, sum(change) over (partition by account order by day) as balance from day
            )
            select account, min(balance) from running group by account
            """;

    /** Lets one writer at a time at these accounts until the transaction ends. */
    Uni<Void> lock(Collection<Account> accounts) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, String.class)
                        .setParameter("accounts", joined(accounts))
                        .getResultList())
                .replaceWithVoid();
    }

    /** The currency of each account that was ever posted to: it holds no other. */
    Uni<Map<Account, String>> currencies(Collection<Account> accounts) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CURRENCIES, Object[].class)
                        .setParameter("accounts", paths(accounts))
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> new Account((String) row[0]), row -> (String) row[1])));
    }

    /** The lowest balance of each account on any day from the given one on. */
    Uni<Map<Account, BigDecimal>> lowest(Collection<Account> accounts, LocalDate from) {
        if (accounts.isEmpty()) {
            return Uni.createFrom().item(new HashMap<>());
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOWEST, Object[].class)
                        .setParameter("accounts", paths(accounts))
                        .setParameter("drawn", joined(accounts))
                        .setParameter("from", from)
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> new Account((String) row[0]), row -> (BigDecimal) row[1])));
    }

    private static List<String> paths(Collection<Account> accounts) {
        return accounts.stream().map(Account::path).toList();
    }

    /** A path holds no space. */
    private static String joined(Collection<Account> accounts) {
        return String.join(" ", paths(accounts));
    }
}
