package io.cumulo.companies.search;

import io.cumulo.kit.storage.JsonRows;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Whom a register means by an identifier, in what is recorded now: on whatever day, and taken back or not. Works within the current transaction. */
@ApplicationScoped
public class IdentifierBearers {

    /** One that stands before one that was taken back. */
    private static final String BEARERS = """
            select asked.scheme, asked.value, bearer.subject
            from jsonb_to_recordset(cast(cast(:asked as text) as jsonb)) as asked (scheme text, value text)
            cross join lateral (
                select v.subject from search_identifier x join profile v on v.version_id = x.version_id
                where x.value = asked.value and x.scheme = asked.scheme and v.recorded_to is null
                order by v.standing = 'RETRACTED', v.subject limit 1) bearer
            """;

    private static final String LOCK = """
            select count(*) from (
                select pg_advisory_xact_lock(key) from (
                    select distinct hashtextextended('identifier/' || scheme || ':' || value, 0) as key
                    from jsonb_to_recordset(cast(cast(:asked as text) as jsonb)) as asked (scheme text, value text)
                    order by key) ordered) locked
            """;

    private final IndexState index;
    private final JsonRows rows;

    IdentifierBearers(IndexState index, JsonRows rows) {
        this.index = index;
        this.rows = rows;
    }

    /** What a register calls a company. */
    public record Registered(String scheme, String value) {

        private Registered normal() {
            return new Registered(scheme, IdentifierQuery.normal(value));
        }
    }

    /**
     * The keys of the companies, in one question; without identifiers that none bears.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 while the index is being made
     */
    public Uni<Map<Registered, String>> of(Collection<Registered> identifiers) {
        return index.requireWhole()
                .chain(Panache::getSession)
                .chain(session -> session.createNativeQuery(BEARERS, Object[].class)
                        .setParameter("asked", normal(identifiers))
                        .getResultList())
                .map(found -> {
                    Map<Registered, String> bearers = found.stream()
                            .collect(Collectors.toMap(
                                    row -> new Registered((String) row[0], (String) row[1]), row -> (String) row[2]));
                    return identifiers.stream()
                            .distinct()
                            .filter(asked -> bearers.containsKey(asked.normal()))
                            .collect(Collectors.toMap(asked -> asked, asked -> bearers.get(asked.normal())));
                });
    }

    /** Lets nobody else record who bears the identifiers until the transaction ends. */
    public Uni<Void> lock(Collection<Registered> identifiers) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, Long.class)
                        .setParameter("asked", normal(identifiers))
                        .getSingleResult())
                .replaceWithVoid();
    }

    private String normal(Collection<Registered> identifiers) {
        return rows.json(identifiers.stream().map(Registered::normal).distinct().toList());
    }
}
