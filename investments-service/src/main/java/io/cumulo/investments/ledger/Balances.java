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

/** Sums over the journal at a moment, in the current session. */
@ApplicationScoped
class Balances {

    /** After anything that will be recorded: for moments without {@code knownAt}. */
    private static final OffsetDateTime EVER = OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    /** An account stands for all below it too; {@code '0'} follows {@code '/'}, so both bounds are found in the index. */
    private static final String OF_ACCOUNT = """
            with move as (
                select amount, currency from ledger_posting
                where (destination = :path or destination > :path || '/' and destination < :path || '0')
                  and effective_on <= :asOf and recorded_at <= :knownAt
                union all
                select -amount, currency from ledger_posting
                where (source = :path or source > :path || '/' and source < :path || '0')
                  and effective_on <= :asOf and recorded_at <= :knownAt
            )
            select currency, sum(amount) from move group by currency order by currency
            """;

    private static final String OF_COMMITMENTS = """
            select t.commitment, move.account, p.currency, sum(move.amount)
            from ledger_transaction t
            join ledger_posting p on p.transaction_id = t.id
            cross join lateral (values (p.destination, p.amount), (p.source, -p.amount)) as move (account, amount)
            where t.commitment in (:commitments) and t.effective_on <= :asOf and t.recorded_at <= :knownAt
              and move.account <> 'world'
            group by t.commitment, move.account, p.currency
            order by move.account, p.currency
            """;

    private static final String TRIAL = """
            with move as (
                select destination as account, amount, currency from ledger_posting
                where effective_on <= :asOf and recorded_at <= :knownAt
                union all
                select source, -amount, currency from ledger_posting
                where effective_on <= :asOf and recorded_at <= :knownAt
            ), account as (
                select currency, sum(amount) as balance from move group by account, currency
            )
            select currency, coalesce(sum(balance) filter (where balance > 0), 0), coalesce(sum(balance) filter (where balance < 0), 0)
            from account group by currency order by currency
            """;

    /** What stands on the account and below it, one for each currency; none when nothing was ever posted there. */
    Uni<List<Money>> of(Account account, Moment moment) {
        return rows(OF_ACCOUNT, Map.of("path", account.path()), moment)
                .map(rows -> rows.stream().map(row -> money(row[1], row[0])).toList());
    }

    /** The accounts of each commitment, with one look for all of them. */
    Uni<Map<String, List<Balance>>> ofCommitments(Collection<String> commitments, Moment moment) {
        if (commitments.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return rows(OF_COMMITMENTS, Map.of("commitments", commitments), moment).map(rows -> rows.stream()
                .collect(groupingBy(
                        row -> (String) row[0],
                        mapping(row -> new Balance((String) row[1], money(row[3], row[2])), toList()))));
    }

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
