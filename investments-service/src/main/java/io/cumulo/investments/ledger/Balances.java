package io.cumulo.investments.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.value.Money;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What stands on accounts at a moment, in the current session; by the cells where there are some, see {@code V6__ledger_cells.sql}. */
@ApplicationScoped
class Balances {

    /** After anything that will be recorded: for moments without {@code knownAt}. */
    private static final OffsetDateTime EVER = OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private static final String OF_ROOT = """
            select currency, balance from ledger_root_balance(:path, :asOf, :knownAt) order by currency
            """;

    private static final String OF_SUBTREE = """
            select standing.currency, sum(standing.balance)
            from ledger_account account
            cross join lateral ledger_balance(account.path, :asOf, :knownAt) standing
            where account.path = :path or (account.path > :path || '/' and account.path < :path || '0')
            group by standing.currency order by standing.currency
            """;

    private static final String BELOW = """
            select above.path, account.path as account, standing.currency, standing.balance
            from unnest(string_to_array(:paths, ' ')) above (path)
            cross join lateral (
                select path from ledger_account where path > above.path || '/' and path < above.path || '0' order by path
            ) account
            cross join lateral ledger_balance(account.path, :asOf, :knownAt) standing
            order by account.path, standing.currency
            """;

    private static final String PAGE = """
            select account.path, standing.currency, standing.balance
            from (
                select path from ledger_account
                where recorded_from <= :knownAt and path > :after
                  and (:path = '' or path = :path or (path > :path || '/' and path < :path || '0'))
                order by path limit :most
            ) account
            left join lateral ledger_balance(account.path, :asOf, :knownAt) standing on true
            order by account.path, standing.currency
            """;

    /** The roots are found by stepping from one to the next in the index. */
    private static final String TRIAL = """
            with recursive root (name) as (
                select min(split_part(path, '/', 1)) from ledger_account
                union all
                select (select split_part(path, '/', 1) from ledger_account where path >= root.name || '0' order by path limit 1)
                from root where root.name is not null
            )
            select standing.currency, coalesce(sum(standing.balance) filter (where standing.balance > 0), 0),
                   coalesce(sum(standing.balance) filter (where standing.balance < 0), 0)
            from root cross join lateral ledger_root_balance(root.name, :asOf, :knownAt) standing
            where root.name is not null
            group by standing.currency order by standing.currency
            """;

    /** What stands on the account and below it, one for each currency; none when nothing was posted there. */
    Uni<List<Money>> of(Account account, Moment moment) {
        return rows(account.isRoot() ? OF_ROOT : OF_SUBTREE, Map.of("path", account.path()), moment)
                .map(rows -> rows.stream().map(row -> money(row[1], row[0])).toList());
    }

    /** What stands on each account below these, those with a balance of zero too. */
    Uni<Map<Account, List<Balance>>> below(Collection<Account> accounts, Moment moment) {
        if (accounts.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        String paths = accounts.stream().map(Account::path).collect(Collectors.joining(" "));
        return rows(BELOW, Map.of("paths", paths), moment).map(rows -> rows.stream()
                .collect(groupingBy(
                        row -> new Account((String) row[0]),
                        mapping(row -> new Balance(new Account((String) row[1]), money(row[3], row[2])), toList()))));
    }

    /** A page of the accounts that were known, in the order of their paths, each with what stands on it alone. */
    Uni<List<AccountBalances>> page(Optional<Account> above, String after, Moment moment, int limit) {
        Map<String, Object> parameters =
                Map.of("path", above.map(Account::path).orElse(""), "after", after, "most", limit);
        return rows(PAGE, parameters, moment).map(rows -> rows.stream()
                .collect(groupingBy(
                        row -> (String) row[0],
                        TreeMap::new,
                        mapping(row -> Optional.ofNullable(row[1]).map(known -> money(row[2], known)), toList())))
                .entrySet()
                .stream()
                .map(entry -> new AccountBalances(
                        entry.getKey(),
                        moment.asOf(),
                        entry.getValue().stream().flatMap(Optional::stream).toList()))
                .toList());
    }

    /** What the roots come to: no account below one is below zero, so neither is a root, and the world balances them. */
    Uni<TrialBalance> trial(Moment moment) {
        return rows(TRIAL, Map.of(), moment)
                .map(rows -> new TrialBalance(rows.stream()
                        .map(row -> new TrialBalance.Line(
                                (String) row[0],
                                money(row[1], row[0]),
                                money(row[2], row[0]),
                                money(((BigDecimal) row[1]).add((BigDecimal) row[2]), row[0])))
                        .toList()));
    }

    private static Uni<List<Object[]>> rows(String query, Map<String, Object> parameters, Moment moment) {
        return Panache.getSession().chain(session -> {
            var prepared = session.createNativeQuery(query, Object[].class)
                    .setParameter("asOf", moment.asOf())
                    .setParameter(
                            "knownAt",
                            moment.knownAt()
                                    .map(instant -> instant.atOffset(ZoneOffset.UTC))
                                    .orElse(EVER));
            parameters.forEach(prepared::setParameter);
            return prepared.getResultList();
        });
    }

    private static Money money(Object amount, Object currency) {
        return new Money((BigDecimal) amount, (String) currency);
    }
}
