package io.cumulo.investments.analysis;

import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.page.Cursor;
import io.cumulo.kit.value.Money;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sums over the commitments that stand at a moment, in the current session. */
@ApplicationScoped
class CommitmentAnalysis {

    private static final OffsetDateTime EVER = OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    /**
     * What is known by category is what a split told, or else what was set aside or spent for it; the rest of the pledge is unknown, and so the
     * groups always come to what the ledger says in all.
     */
    private static final String GROUPS = """
            with standing as (
                select subject as id, company, left(announced_on, 4) as year, amount ->> 'currency' as currency, split, supersedes
                from commitment
                where (valid_from is null or valid_from <= :asOf) and (valid_to is null or valid_to > :asOf)
                  and recorded_from <= :knownAt and (recorded_to is null or recorded_to > :knownAt) and standing <> 'RETRACTED'
            ),
            held as (
                select id, company, year, currency, split, exists (select 1 from standing later where later.supersedes = one.id) as superseded
                from standing one
            ),
            money as (
                select split_part(account, '/', 2) as id, currency, split_part(account, '/', 3) as part,
                       nullif(split_part(account, '/', 4), '') as category, sum(amount) as amount
                from ledger_entry
                where account > 'commitments/' and account < 'commitments0' and effective_on <= :asOf and recorded_at <= :knownAt
                group by 1, 2, 3, 4
            ),
            total as (
                select id, currency, sum(amount) as pledged, coalesce(sum(amount) filter (where part = 'spent'), 0) as spent,
                       coalesce(sum(amount) filter (where part = 'cancelled'), 0) as cancelled
                from money group by id, currency
            ),
            known as (
                select id, category, sum(pledged) as pledged, sum(spent) as spent
                from (
                    select held.id, category,
                           case when superseded then case part when 'spent' then money.amount else 0 end
                                when split is null then money.amount else 0 end as pledged,
                           case part when 'spent' then money.amount else 0 end as spent
                    from held join money on money.id = held.id and money.currency = held.currency
                    where category <> 'unknown'
                    union all
                    select id, share.key, cast(share.value ->> 'amount' as numeric), 0
                    from held cross join lateral jsonb_each(split) share
                    where split is not null and not superseded
                ) told
                group by id, category
            ),
            piece as (
                select id, category, pledged, spent, pledged - spent as outstanding from known
                union all
                select held.id, 'unknown',
                       case when superseded then total.spent else total.pledged end - coalesce(told.pledged, 0),
                       total.spent - coalesce(told.spent, 0),
                       case when superseded then 0 else total.pledged - total.spent - total.cancelled end
                           - coalesce(told.pledged - told.spent, 0)
                from held
                join total on total.id = held.id and total.currency = held.currency
                left join (select id, sum(pledged) as pledged, sum(spent) as spent from known group by id) told on told.id = held.id
                union all
                select id, 'unknown', null, null, null from held where currency is null
            ),
            grouped as (
                select case when cast(:byCompany as boolean) then company else '' end collate "C" as company,
                       case when cast(:byCategory as boolean) then category else '' end collate "C" as category,
                       case when cast(:byYear as boolean) then year else '' end collate "C" as year,
                       coalesce(currency, '') collate "C" as currency,
                       cast(count(distinct held.id) as int) as commitments, sum(pledged) as pledged, sum(spent) as spent, sum(outstanding) as outstanding
                from held join piece on piece.id = held.id
                where pledged is null or pledged <> 0 or spent <> 0 or outstanding <> 0
                group by 1, 2, 3, 4
            )
            select company, category, year, currency, commitments, pledged, spent, outstanding from grouped
            where cast(:first as boolean) or (company, category, year, currency) > (:company, :category, :year, :currency)
            order by company, category, year, currency
            limit :most
            """;

    /** The groups in the order of company, category, year and currency. */
    Uni<List<CommitmentGroup>> groups(Set<Grouping> by, Moment moment, Optional<Cursor> after, int most) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(GROUPS, Object[].class)
                        .setParameter("asOf", moment.asOf())
                        .setParameter(
                                "knownAt",
                                moment.knownAt()
                                        .map(instant -> instant.atOffset(ZoneOffset.UTC))
                                        .orElse(EVER))
                        .setParameter("byCompany", by.contains(Grouping.COMPANY))
                        .setParameter("byCategory", by.contains(Grouping.CATEGORY))
                        .setParameter("byYear", by.contains(Grouping.YEAR))
                        .setParameter("company", key(after, 0))
                        .setParameter("category", key(after, 1))
                        .setParameter("year", key(after, 2))
                        .setParameter("currency", key(after, 3))
                        .setParameter("first", after.isEmpty())
                        .setParameter("most", most)
                        .getResultList())
                .map(rows -> rows.stream().map(CommitmentAnalysis::group).toList());
    }

    /** Where a list goes on after the group. */
    static Cursor position(String list, CommitmentGroup last) {
        return Cursor.of(list, text(last.company()), text(last.category()), text(last.year()), text(last.currency()));
    }

    private static String text(String member) {
        return member == null ? "" : member;
    }

    private static String key(Optional<Cursor> after, int position) {
        return after.map(cursor -> cursor.text(position)).orElse("");
    }

    private static CommitmentGroup group(Object[] row) {
        String currency = member(row[3]);
        return new CommitmentGroup(
                member(row[0]),
                member(row[1]),
                member(row[2]),
                currency,
                (Integer) row[4],
                money(row[5], currency),
                money(row[6], currency),
                money(row[7], currency));
    }

    private static String member(Object text) {
        return ((String) text).isEmpty() ? null : (String) text;
    }

    private static Money money(Object amount, String currency) {
        return amount == null ? null : new Money((BigDecimal) amount, currency);
    }
}
