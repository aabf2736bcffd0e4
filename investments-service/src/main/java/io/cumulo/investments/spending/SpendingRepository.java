package io.cumulo.investments.spending;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.page.Cursor;
import io.cumulo.kit.value.Citation;
import io.cumulo.kit.value.Money;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The figures as recorded, in the current session. */
@ApplicationScoped
class SpendingRepository {

    private static final OffsetDateTime EVER = OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final LocalDate LONG_AGO = LocalDate.of(1, 1, 1);

    private static final String HOLDS = """
             and (%1$s.valid_from is null or %1$s.valid_from <= :asOf) and (%1$s.valid_to is null or %1$s.valid_to > :asOf)
             and %1$s.recorded_from <= :knownAt and (%1$s.recorded_to is null or %1$s.recorded_to > :knownAt) and %1$s.standing <> 'RETRACTED'
            """;

    /** Of a period the filing that is the latest by then; within it the tag that says it best. */
    private static final String PAGE = """
            select shown.subject, shown.measure, shown.period_from, shown.period_to, shown.span, cast(shown.amount ->> 'amount' as numeric),
                   shown.currency, shown.taxonomy, shown.tag, shown.form, shown.accession, shown.filed_on, shown.valid_from, shown.valid_to,
                   shown.recorded_from, shown.standing, cast(shown.sources as text),
                   (select cast(jsonb_agg(jsonb_build_object('amount', other.amount, 'taxonomy', other.taxonomy, 'tag', other.tag, 'form', other.form,
                        'accession', other.accession, 'filedOn', other.filed_on) order by other.filed_on desc, other.accession desc, other.tag) as text)
                    from spending other
                    where other.subject = shown.subject and other.period_to = shown.period_to and other.period_from = shown.period_from
                      and other.amount ->> 'currency' = shown.currency and other.version_id <> shown.version_id
            """ + HOLDS.formatted("other") + """
                   ) as earlier
            from (
                select distinct on (subject, period_to, period_from, currency) *
                from (select figure.*, amount ->> 'currency' as currency from spending figure) figure
                where (:everyone or subject in (:companies)) and span = :span
                  and (:year = 0 or (period_to >= make_date(:year, 1, 1) and period_to <= make_date(:year, 12, 31)))
                  and (subject, period_to, period_from, currency) > (:afterCompany, :afterTo, :afterFrom, :afterCurrency)
            """ + HOLDS.formatted("figure") + """
                order by subject, period_to, period_from, currency, filed_on desc,
                         array_position(string_to_array(:tags, ' '), taxonomy || ':' || tag), accession desc
                limit :most
            ) shown
            order by subject, period_to, period_from, currency
            """;

    private final CapexTags tags;
    private final ObjectMapper mapper;

    SpendingRepository(CapexTags tags, ObjectMapper mapper) {
        this.tags = tags;
        this.mapper = mapper;
    }

    /**
     * In the order of companies, periods and currencies.
     *
     * @param companies whose; all when none is named
     */
    Uni<List<ReportedSpending>> page(
            Collection<String> companies, SpendingFilter.Asked asked, Moment moment, Optional<Cursor> after, int most) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PAGE, Object[].class)
                        .setParameter("everyone", companies.isEmpty())
                        .setParameter("companies", companies.isEmpty() ? List.of("") : companies)
                        .setParameter("span", asked.span().name())
                        .setParameter("year", asked.year().orElse(0))
                        .setParameter(
                                "afterCompany",
                                after.map(cursor -> cursor.text(0)).orElse(""))
                        .setParameter("afterTo", day(after, 1))
                        .setParameter("afterFrom", day(after, 2))
                        .setParameter(
                                "afterCurrency",
                                after.map(cursor -> cursor.text(3)).orElse(""))
                        .setParameter("asOf", moment.asOf())
                        .setParameter(
                                "knownAt",
                                moment.knownAt()
                                        .map(known -> known.atOffset(ZoneOffset.UTC))
                                        .orElse(EVER))
                        .setParameter("tags", String.join(" ", tags.names()))
                        .setParameter("most", most)
                        .getResultList())
                .map(rows -> rows.stream().map(this::shown).toList());
    }

    /** Where a list goes on after the item. */
    static Cursor position(String list, ReportedSpending last) {
        return Cursor.of(
                list,
                last.company(),
                last.period().to().toString(),
                last.period().from().toString(),
                last.amount().currency());
    }

    private static LocalDate day(Optional<Cursor> after, int position) {
        return after.map(cursor -> cursor.day(position)).orElse(LONG_AGO);
    }

    private ReportedSpending shown(Object[] row) {
        LocalDate to = (LocalDate) row[3];
        return new ReportedSpending(
                (String) row[0],
                (String) row[1],
                new ReportedSpending.ReportedPeriod((LocalDate) row[2], to),
                Span.valueOf((String) row[4]),
                to.getYear(),
                new Money((BigDecimal) row[5], (String) row[6]),
                null,
                (String) row[7],
                (String) row[8],
                (String) row[9],
                (String) row[10],
                (LocalDate) row[11],
                (LocalDate) row[12],
                (LocalDate) row[13],
                ((OffsetDateTime) row[14]).toInstant(),
                ((String) row[15]).toLowerCase(Locale.ROOT),
                list((String) row[16], new TypeReference<List<Citation>>() {}),
                list((String) row[17], new TypeReference<List<ReportedSpending.Earlier>>() {}));
    }

    private <T> List<T> list(String stored, TypeReference<List<T>> type) {
        try {
            return stored == null ? List.of() : mapper.readValue(stored, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
