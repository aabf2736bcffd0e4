package io.cumulo.investments.ledger;

import io.cumulo.kit.value.Money;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Accounts as a writer meets them: one writer at a time, who sees all that was posted before. In the current transaction. */
@ApplicationScoped
class AccountHeads {

    private static final String SHORTFALLS = """
            select drawn.account, drawn.currency, shortfall.day, shortfall.balance
            from (
                select split_part(line, ' ', 1) as account, split_part(line, ' ', 2) as currency, cast(split_part(line, ' ', 3) as date) as since
                from unnest(string_to_array(:drawn, ',')) line
            ) drawn
            cross join lateral ledger_shortfall(drawn.account, drawn.currency, drawn.since) shortfall
            order by shortfall.day, drawn.account limit 1
            """;

    /**
     * An account from which something was drawn.
     *
     * @param since the first day on which it was
     */
    record Drawn(Account account, String currency, LocalDate since) {

        private String line() {
            return account.path() + " " + currency + " " + since;
        }
    }

    /**
     * That an account would be below zero.
     *
     * @param day the first one on which it would
     * @param balance what it would come to
     */
    record Shortfall(Account account, LocalDate day, Money balance) {}

    /** Lets one writer at a time at these accounts until the transaction ends; to be called before record time is taken. */
    Uni<Void> lock(Collection<Account> accounts) {
        String heads = accounts.stream()
                .filter(account -> !account.isWorld())
                .map(Account::head)
                .distinct()
                .collect(Collectors.joining(" "));
        return heads.isEmpty()
                ? Uni.createFrom().voidItem()
                : Panache.getSession()
                        .chain(session -> session.createNativeQuery(
                                        "select cast(lock_ledger(:heads) as text)", String.class)
                                .setParameter("heads", heads)
                                .getResultList())
                        .replaceWithVoid();
    }

    /** The lowest that the account's balance comes to on any day from the given one on. */
    Uni<BigDecimal> lowest(Account account, String currency, LocalDate from) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select min(lowest) from ledger_course(:account, :currency, :from)", BigDecimal.class)
                .setParameter("account", account.path())
                .setParameter("currency", currency)
                .setParameter("from", from)
                .getSingleResult());
    }

    /** How the account's balance goes, by all that is posted. */
    Uni<Course> course(Account account, String currency) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select effective_on, sum(amount) from ledger_entry where account = :account and currency = :currency group by effective_on",
                                Object[].class)
                        .setParameter("account", account.path())
                        .setParameter("currency", currency)
                        .getResultList())
                .map(rows -> new Course(rows.stream()
                        .collect(Collectors.toMap(row -> (LocalDate) row[0], row -> (BigDecimal) row[1]))));
    }

    /** The earliest day on which one of the accounts is below zero, by all that is posted; empty when none is on any day. */
    Uni<Optional<Shortfall>> shortfall(Collection<Drawn> drawn) {
        if (drawn.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        List<String> lines = drawn.stream().map(Drawn::line).toList();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(SHORTFALLS, Object[].class)
                        .setParameter("drawn", String.join(",", lines))
                        .getResultList())
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Shortfall(
                                new Account((String) row[0]),
                                (LocalDate) row[2],
                                new Money((BigDecimal) row[3], (String) row[1]))));
    }
}
