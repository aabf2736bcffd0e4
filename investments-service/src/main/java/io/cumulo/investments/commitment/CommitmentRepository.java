package io.cumulo.investments.commitment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.fact.Standing;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What commitments say of each other and of themselves, in the current session. */
@ApplicationScoped
class CommitmentRepository {

    private static final String LEADS_TO = """
            with recursive chain (id) as (
                select cast(:from as text)
                union
                select later.supersedes from chain join commitment later on later.subject = chain.id
                where later.supersedes is not null and later.recorded_to is null and later.standing <> 'RETRACTED'
            )
            select exists (select 1 from chain where id = :to)
            """;

    /** The newest version, retracted or not; empty when it was never recorded. */
    Uni<Optional<Fact<Commitment>>> standing(String id) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "select v from CommitmentVersion v where v.subject = :id and v.factId = :id and v.recordedTo is null",
                                CommitmentVersion.class)
                        .setParameter("id", id)
                        .getResultList())
                .map(found -> found.stream().findFirst().map(CommitmentVersion::toFact));
    }

    /** How often a commitment was written, and whether that took it back at last. */
    record Revision(int number, boolean isRetracted) {}

    /** The newest; empty when it was never recorded. */
    Uni<Optional<Revision>> revision(String id) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "select v.revision, v.standing from CommitmentVersion v where v.subject = :id and v.recordedTo is null",
                                Object[].class)
                        .setParameter("id", id)
                        .getResultList())
                .map(found -> found.stream()
                        .findFirst()
                        .map(row -> new Revision((Integer) row[0], row[1] == Standing.RETRACTED)));
    }

    /** Whether it was ever recorded. */
    Uni<Boolean> exists(String id) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select exists (select 1 from recorded_commitment where id = :id)", Boolean.class)
                .setParameter("id", id)
                .getSingleResult());
    }

    /** Lets one writer at a time say which commitment supersedes which, until the transaction ends, so that two of them never close a ring together. */
    Uni<Void> lockSuccession() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select 1 from (select pg_advisory_xact_lock(hashtextextended('commitment succession', 0))) locked",
                                Integer.class)
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** Whether one commitment supersedes the other, itself or through those between them, or is the other. */
    Uni<Boolean> leads(String from, String to) {
        return Panache.getSession().chain(session -> session.createNativeQuery(LEADS_TO, Boolean.class)
                .setParameter("from", from)
                .setParameter("to", to)
                .getSingleResult());
    }

    /** Which commitments have taken the place of each of these, at the moment. */
    Uni<Map<String, List<String>>> successors(Collection<String> ids, Moment moment) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        String known = moment.knownAt().isPresent()
                ? "v.recordedFrom <= :knownAt and (v.recordedTo is null or v.recordedTo > :knownAt)"
                : "v.recordedTo is null";
        return Panache.getSession()
                .chain(session -> {
                    var query = session.createSelectionQuery(
                                    "select v.body.supersedes, v.subject from CommitmentVersion v where v.body.supersedes in (:ids)"
                                            + " and (v.validFrom is null or v.validFrom <= :asOf) and (v.validTo is null or v.validTo > :asOf)"
                                            + " and v.standing <> RETRACTED and " + known + " order by v.subject",
                                    Object[].class)
                            .setParameter("ids", ids)
                            .setParameter("asOf", moment.asOf());
                    moment.knownAt().ifPresent(instant -> query.setParameter("knownAt", instant));
                    return query.getResultList();
                })
                .map(rows -> rows.stream()
                        .collect(groupingBy(row -> (String) row[0], mapping(row -> (String) row[1], toList()))));
    }
}
