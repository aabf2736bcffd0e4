package io.cumulo.companies.search;

import io.cumulo.companies.profile.CompanyKind;
import io.cumulo.kit.clock.Moment;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Finds the names that may answer: bounded lists, read from the front of an index, whatever the number of companies. */
@ApplicationScoped
class Candidates {

    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    private static final String AT_THE_MOMENT = """
            join profile on profile.version_id = name.version_id
            where profile.standing <> 'RETRACTED'
              and (profile.valid_from is null or profile.valid_from <= :asOf)
              and (profile.valid_to is null or profile.valid_to > :asOf)
              and profile.recorded_from <= :knownAt and (profile.recorded_to is null or profile.recorded_to > :knownAt)
            """;

    static final String BY_NAME = """
            with lead as (
                select request, word, beside, weight from jsonb_to_recordset(cast(cast(:leads as text) as jsonb))
                    as lead (request int, word text, beside text, weight float8)
            ), whole as (
                select request, folded, above from jsonb_to_recordset(cast(cast(:wholes as text) as jsonb))
                    as whole (request int, folded text, above text)
            ), hit as (
                select lead.request, posting.name_id, lead.weight from lead
                cross join lateral (
                    select name_id from search_posting where lead.beside is null and word = lead.word limit 1000) posting
                union all
                select lead.request, posting.name_id, lead.weight from lead
                cross join lateral (
                    select front.name_id
                    from (select name_id from search_posting where lead.beside is not null and word = lead.word limit 10000) front
                    join search_posting beside on beside.word = lead.beside and beside.name_id = front.name_id
                    limit 300) posting
                union all
                select whole.request, equal.id, 100 from whole
                cross join lateral (select id from search_name where folded = whole.folded limit 100) equal
                union all
                select whole.request, longer.id, 10 from whole
                cross join lateral (
                    select id from search_name
                    where whole.above is not null and folded ~>=~ whole.folded and folded ~<~ whole.above
                    order by folded using ~<~ limit 50) longer
            ), ranked as (
                select request, name_id, row_number() over (partition by request order by sum(weight) desc, name_id) as place
                from hit group by request, name_id
            )
            select ranked.request, name.company, profile.kind, profile.country, name.type, name.name
            from ranked join search_name name on name.id = ranked.name_id
            """ + AT_THE_MOMENT + " and ranked.place <= 500";

    static final String BY_IDENTIFIER = """
            select asked.request, name.company, profile.kind, profile.country, name.scheme, name.value
            from jsonb_to_recordset(cast(cast(:asked as text) as jsonb))
                as asked (request int, scheme text, value text, market text)
            cross join lateral (
                select * from search_identifier known
                where known.value = asked.value and (asked.scheme is null or known.scheme = asked.scheme)
                  and (asked.market is null or known.market = asked.market)
                limit 100) name
            """ + AT_THE_MOMENT;

    private final JsonRows rows;

    Candidates(JsonRows rows) {
        this.rows = rows;
    }

    /**
     * A list of names to read.
     *
     * @param word that stands in all of them
     * @param beside a word that must stand there too; null when the first is rare enough to lead by itself
     * @param weight of what it tells
     */
    record Lead(int request, String word, String beside, double weight) {}

    /** A whole name, or the beginning of one; {@code above} is null for the whole name alone. */
    record Whole(int request, String folded, String above) {}

    record Asked(int request, String scheme, String value, String market) {}

    /** Names that answer one of the leads or are like a whole; within the current session. */
    Uni<List<Found>> byName(List<Lead> leads, List<Whole> wholes, Moment moment) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(BY_NAME, Object[].class)
                        .setParameter("leads", rows.json(leads))
                        .setParameter("wholes", rows.json(wholes))
                        .setParameter("asOf", moment.asOf())
                        .setParameter("knownAt", knownAt(moment))
                        .getResultList())
                .map(found -> found.stream().map(Candidates::found).toList());
    }

    /** Companies that have one of the identifiers; type and name of each are scheme and value. */
    Uni<List<Found>> byIdentifier(List<Asked> asked, Moment moment) {
        if (asked.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(BY_IDENTIFIER, Object[].class)
                        .setParameter("asked", rows.json(asked))
                        .setParameter("asOf", moment.asOf())
                        .setParameter("knownAt", knownAt(moment))
                        .getResultList())
                .map(found -> found.stream().map(Candidates::found).toList());
    }

    private static OffsetDateTime knownAt(Moment moment) {
        return moment.knownAt().orElse(EVER).atOffset(ZoneOffset.UTC);
    }

    private static Found found(Object[] row) {
        return new Found(
                ((Number) row[0]).intValue(),
                (String) row[1],
                CompanyKind.valueOf((String) row[2]),
                (String) row[3],
                (String) row[4],
                (String) row[5]);
    }
}
