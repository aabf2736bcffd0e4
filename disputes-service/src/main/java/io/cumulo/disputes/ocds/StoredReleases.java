package io.cumulo.disputes.ocds;

import io.cumulo.disputes.intake.Digest;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.Asserted;
import io.cumulo.kit.fact.Assertion;
import io.cumulo.kit.fact.Extent;
import io.cumulo.kit.fact.FactKind;
import io.cumulo.kit.fact.FactLife;
import io.cumulo.kit.fact.Facts;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Releases as they were published; in the current session. */
@ApplicationScoped
class StoredReleases {

    private static final int KEY_LENGTH = 40;
    private static final String KNOWN_THEN = " and r.recordedFrom <= :knownAt";

    private final FactLife<Release, ReleaseVersion> life;

    StoredReleases(Facts facts) {
        this.life = facts.life(new FactKind<>(
                "disputes.release",
                ReleaseVersion.class,
                ReleaseVersion::new,
                Extent.EPISODE,
                (contract, key, release) -> Uni.createFrom().item(List.of())));
    }

    /** Lets one writer at a time at the process. */
    Uni<Void> lock(String ocid) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select 1 from (select pg_advisory_xact_lock(hashtextextended(:process, 0))) locked",
                                Integer.class)
                        .setParameter("process", "ocid/" + ocid)
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** How long all releases of the process are together, with what their packages say of themselves. */
    Uni<Long> characters(String ocid) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select cast(coalesce(sum(length(content) + length(published_in)), 0) as bigint) from ocds_release where ocid = :ocid",
                        Long.class)
                .setParameter("ocid", ocid)
                .getSingleResult());
    }

    /** The releases of a process that were out on the day, by what was recorded until the instant. */
    Uni<List<Release>> ofProcess(String ocid, Moment moment) {
        return Panache.getSession().chain(session -> {
            Mutiny.SelectionQuery<Release> query = session.createSelectionQuery(
                            "select r.body from ReleaseVersion r where r.body.ocid = :ocid and r.validFrom <= :asOf"
                                    + (moment.knownAt().isPresent() ? KNOWN_THEN : "")
                                    + " order by r.body.releasedAt, r.factId",
                            Release.class)
                    .setParameter("ocid", ocid)
                    .setParameter("asOf", moment.asOf());
            moment.knownAt().ifPresent(instant -> query.setParameter("knownAt", instant));
            return query.setMaxResults(Processes.MAX_RELEASES + 1).getResultList();
        });
    }

    /** Adds releases that aren't there yet. */
    Uni<Void> add(String contract, List<Release> news, String editor) {
        return Multi.createFrom()
                .iterable(news)
                .onItem()
                .transformToUniAndConcatenate(release -> life.takeIn(
                        contract,
                        key(release),
                        new Asserted<>(
                                release, new Assertion(null, null, null, null, List.of(ReleaseSource.of(release)))),
                        editor))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static String key(Release release) {
        return Digest.of(release.ocid() + "\n" + release.releaseId()).substring(0, KEY_LENGTH);
    }
}
