package io.cumulo.investments.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.investments.rates.UsedRate;
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

    private final ObjectMapper mapper;

    CommitmentAnalysis(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * What companies pledged that were found to be one is that of the one that goes on. What is known by category is what a split told, or else what was set aside or spent for it; the rest of the pledge is unknown, and so the
     * groups always come to what the ledger says in all.
     */
    private static final String PARTS = """
            with recursive merged (old, survivor) as (
                select old, survivor from merged_company
                where recorded_from <= :knownAt and (recorded_to is null or recorded_to > :knownAt)
                union
                select merged.old, next.survivor from merged join merged_company next on next.old = merged.survivor
                where next.recorded_from <= :knownAt and (next.recorded_to is null or next.recorded_to > :knownAt)
            ),
            standing as (
                select subject as id,
                       coalesce((select survivor from merged where old = company and survivor not in (select old from merged)), company) as company,
                       left(announced_on, 4) as year, first_day(announced_on) as announced,
                       amount ->> 'currency' as currency, split, supersedes
                from commitment
                where (valid_from is null or valid_from <= :asOf) and (valid_to is null or valid_to > :asOf)
                  and recorded_from <= :knownAt and (recorded_to is null or recorded_to > :knownAt) and standing <> 'RETRACTED'
            ),
            held as (
                select id, company, year, announced, currency, split, exists (select 1 from standing later where later.supersedes = one.id) as superseded
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
            part as (
                select case when cast(:byCompany as boolean) then company else '' end collate "C" as company,
                       case when cast(:byCategory as boolean) then category else '' end collate "C" as category,
                       case when cast(:byYear as boolean) then year else '' end collate "C" as year,
                       coalesce(currency, '') collate "C" as currency, announced,
                       held.id, pledged, spent, outstanding
                from held join piece on piece.id = held.id
                where pledged is null or pledged <> 0 or spent <> 0 or outstanding <> 0
            ),
            """;

    private static final String PAGE = """
            where cast(:first as boolean) or (company, category, year, currency) > (:company, :category, :year, :currency)
            order by company, category, year, currency
            limit :most
            """;

    private static final String AS_THEY_STAND = """
            grouped as (
                select company, category, year, currency, cast(count(distinct id) as int) as commitments,
                       sum(pledged) as pledged, sum(spent) as spent, sum(outstanding) as outstanding
                from part group by company, category, year, currency
            )
            select company, category, year, currency, commitments, pledged, spent, outstanding from grouped
            """;

    /**
     * Each commitment at the rates of the day of its announcement, so that a group comes to what its commitments come to; rounded once, at the end.
     * Without {@code byCurrency} a group holds what is pledged in any currency.
     */
    private static final String CONVERTED = """
            dated as (select distinct currency, announced from part where currency <> ''),
            quote as materialized (
                select dated.currency, announced,
                       case when dated.currency = :in then 1 else target.rate / source.rate end as factor,
                       (select jsonb_agg(jsonb_build_object('currency', used.currency, 'rate', cast(used.rate as text), 'on', used.day))
                        from (values (dated.currency, source.rate, source.day), (:in, target.rate, target.day)) used (currency, rate, day)
                        where used.currency <> 'EUR' and dated.currency <> :in) as rates
                from dated
                left join lateral reference_rate(dated.currency, announced, :knownAt) source on true
                left join lateral reference_rate(:in, announced, :knownAt) target on true
            ),
            by_quote as (
                select company, category, year, part.currency, part.announced, factor, rates,
                       count(distinct id) as commitments, sum(pledged) as pledged, sum(spent) as spent, sum(outstanding) as outstanding
                from part left join quote on quote.currency = part.currency and quote.announced = part.announced
                group by company, category, year, part.currency, part.announced, factor, rates
            ),
            lost as (
                select company, category, year, case when cast(:byCurrency as boolean) then currency else '' end as shown,
                       jsonb_agg(jsonb_build_object('currency', currency, 'commitments', commitments, 'pledged', cast(pledged as text),
                           'spent', cast(spent as text), 'outstanding', cast(outstanding as text)) order by currency) as unconverted
                from (
                    select company, category, year, currency, sum(commitments) as commitments, sum(pledged) as pledged,
                           sum(spent) as spent, sum(outstanding) as outstanding
                    from by_quote where factor is null and currency <> '' group by company, category, year, currency
                ) of_currency
                group by company, category, year, shown
            ),
            used as (
                select company, category, year, case when cast(:byCurrency as boolean) then by_quote.currency else '' end as shown,
                       jsonb_agg(distinct rate.value) as rates
                from by_quote cross join lateral jsonb_array_elements(rates) rate
                where factor is not null
                group by company, category, year, shown
            ),
            grouped as (
                select company, category, year, case when cast(:byCurrency as boolean) then currency else '' end collate "C" as currency,
                       cast(sum(commitments) as int) as commitments,
                       sum(pledged) as pledged, sum(spent) as spent, sum(outstanding) as outstanding,
                       sum(pledged * factor) as to_pledged, sum(spent * factor) as to_spent, sum(outstanding * factor) as to_outstanding
                from by_quote group by 1, 2, 3, 4
            )
            select company, category, year, currency, commitments, pledged, spent, outstanding, to_pledged, to_spent, to_outstanding,
                   (select cast(used.rates as text) from used
                    where (used.company, used.category, used.year, used.shown) = (grouped.company, grouped.category, grouped.year, grouped.currency)),
                   (select cast(lost.unconverted as text) from lost
                    where (lost.company, lost.category, lost.year, lost.shown) = (grouped.company, grouped.category, grouped.year, grouped.currency))
            from grouped
            """;

    /**
     * The groups in the order of company, category, year and currency.
     *
     * @param in the currency in which their sums are told too
     */
    Uni<List<CommitmentGroup>> groups(
            Set<Grouping> by, Optional<String> in, Moment moment, Optional<Cursor> after, int most) {
        String query = PARTS + (in.isPresent() ? CONVERTED : AS_THEY_STAND) + PAGE;
        return Panache.getSession()
                .chain(session -> {
                    var selection = session.createNativeQuery(query, Object[].class)
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
                            .setParameter("most", most);
                    in.ifPresent(currency -> selection
                            .setParameter("in", currency)
                            .setParameter("byCurrency", by.contains(Grouping.CURRENCY)));
                    return selection.getResultList();
                })
                .map(rows -> rows.stream()
                        .map(row -> in.isPresent() ? group(row, converted(row, in.get())) : group(row, null))
                        .toList());
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

    private static CommitmentGroup group(Object[] row, ConvertedGroup converted) {
        String currency = member(row[3]);
        return new CommitmentGroup(
                member(row[0]),
                member(row[1]),
                member(row[2]),
                currency,
                (Integer) row[4],
                money(row[5], currency),
                money(row[6], currency),
                money(row[7], currency),
                converted,
                null);
    }

    private ConvertedGroup converted(Object[] row, String in) {
        return ConvertedGroup.of(
                in,
                (BigDecimal) row[8],
                (BigDecimal) row[9],
                (BigDecimal) row[10],
                list((String) row[11], new TypeReference<List<UsedRate>>() {}),
                list((String) row[12], new TypeReference<List<ConvertedGroup.Stored>>() {}));
    }

    private <T> List<T> list(String stored, TypeReference<List<T>> type) {
        try {
            return stored == null ? List.of() : mapper.readValue(stored, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String member(Object text) {
        return ((String) text).isEmpty() ? null : (String) text;
    }

    private static Money money(Object amount, String currency) {
        return amount == null || currency == null ? null : new Money((BigDecimal) amount, currency);
    }
}
