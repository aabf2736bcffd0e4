package io.cumulo.companies.search;

import io.cumulo.kit.problem.Problem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Whom a register means by an identifier, in what is recorded now: on whatever day, and taken back or not. Works within the current transaction. */
@ApplicationScoped
public class IdentifierBearers {

    /** One that stands before one that was taken back; the empty name while the index isn't whole, for then nobody can tell. */
    private static final String BEARER = """
            select '' from search_index where not complete
            union all
            (select v.subject from search_identifier x join profile v on v.version_id = x.version_id
             where x.value = :value and x.scheme = :scheme and v.recorded_to is null
             order by v.standing = 'RETRACTED', v.subject limit 1)
            """;

    /**
     * The key of the company.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 while the index is being made
     */
    public Uni<Optional<String>> of(String scheme, String value) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(BEARER, String.class)
                        .setParameter("value", IdentifierQuery.normal(value))
                        .setParameter("scheme", scheme)
                        .getResultList())
                .map(found -> {
                    if (found.contains("")) {
                        throw Problem.UPSTREAM_UNAVAILABLE.because("What companies are found by is being made anew");
                    }
                    return found.stream().findFirst();
                });
    }

    /** Lets nobody else record who bears the identifier until the transaction ends. */
    public Uni<Void> lock(String scheme, String value) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select 1 from (select pg_advisory_xact_lock(hashtextextended(:identifier, 0))) locked",
                                Integer.class)
                        .setParameter("identifier", "identifier/" + scheme + ":" + IdentifierQuery.normal(value))
                        .getSingleResult())
                .replaceWithVoid();
    }
}
