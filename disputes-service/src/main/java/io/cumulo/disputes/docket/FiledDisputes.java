package io.cumulo.disputes.docket;

import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.problem.Problem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a docket needs to know of its dispute. All in the current session. */
@ApplicationScoped
public class FiledDisputes {

    private static final OffsetDateTime LATEST =
            Instant.parse("9999-01-01T00:00:00Z").atOffset(ZoneOffset.UTC);

    /** Lets one writer at a time at the dispute and its docket: the lock is the one that the dispute's own versions take. */
    Uni<Void> lock(String dispute) {
        return advisoryLock("dispute/" + dispute + "/" + dispute);
    }

    /** Lets one writer at a time at what the orders of all disputes make of the contract. */
    Uni<Void> lockContract(String contract) {
        return advisoryLock("suspensions/" + contract);
    }

    private static Uni<Void> advisoryLock(String name) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select 1 from (select pg_advisory_xact_lock(hashtextextended(:name, 0))) locked",
                                Integer.class)
                        .setParameter("name", name)
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** 404 when the dispute was not recorded by then. */
    Uni<Void> requireKnown(String dispute, Moment moment) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select exists (select 1 from dispute where subject = :dispute and recorded_from <= :knownAt)",
                                Boolean.class)
                        .setParameter("dispute", dispute)
                        .setParameter("knownAt", until(moment))
                        .getSingleResult())
                .invoke(known -> {
                    if (!known) {
                        throw Problem.NOT_FOUND.because("No dispute " + dispute + " is recorded");
                    }
                })
                .replaceWithVoid();
    }

    /** How the forum captioned it, by what stood at the instant; 404 when it was not recorded by then. */
    Uni<String> title(String dispute, Moment moment) {
        return requireKnown(dispute, moment).chain(Panache::getSession).chain(session -> session.createNativeQuery(
                        """
                                select title from dispute
                                where subject = :dispute and recorded_from <= :knownAt
                                order by recorded_from desc limit 1
                                """, String.class)
                .setParameter("dispute", dispute)
                .setParameter("knownAt", until(moment))
                .getSingleResult());
    }

    /** Whether the dispute was recorded at the moment and not taken back. */
    Uni<Boolean> stands(String dispute, Moment moment) {
        return Panache.getSession().chain(session -> session.createNativeQuery("""
                        select exists (
                            select 1 from dispute
                            where subject = :dispute and standing <> 'RETRACTED'
                              and recorded_from <= :knownAt and (recorded_to is null or recorded_to > :knownAt))
                        """, Boolean.class)
                .setParameter("dispute", dispute)
                .setParameter("knownAt", until(moment))
                .getSingleResult());
    }

    private static OffsetDateTime until(Moment moment) {
        return moment.knownAt().map(instant -> instant.atOffset(ZoneOffset.UTC)).orElse(LATEST);
    }

    /** The contracts that the dispute is now known to be about, and another one, in the order of their keys. */
    Uni<List<String>> contractsOf(String dispute, Optional<String> another) {
        return contracts(dispute, LATEST).map(known -> Stream.concat(known.stream(), another.stream())
                .distinct()
                .sorted()
                .toList());
    }

    /** The contracts that the dispute is now known to be about, or was until that instant. */
    Uni<List<String>> contractsUntil(String dispute, Instant instant) {
        return contracts(dispute, instant.atOffset(ZoneOffset.UTC));
    }

    private static Uni<List<String>> contracts(String dispute, OffsetDateTime until) {
        return Panache.getSession().chain(session -> session.createNativeQuery("""
                        select distinct contract from dispute
                        where subject = :dispute and (recorded_to is null or recorded_to = :until) and contract is not null
                        order by contract
                        """, String.class)
                .setParameter("dispute", dispute)
                .setParameter("until", until)
                .getResultList());
    }
}
