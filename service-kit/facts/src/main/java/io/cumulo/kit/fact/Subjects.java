package io.cumulo.kit.fact;

import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.problem.Problem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;

/**
 * What the facts of a kind are about, and where it is recorded itself.
 *
 * @param noun what one of them is called
 * @param table of its versions, written in code and never taken from a request
 */
public record Subjects(String noun, String table) {

    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    /**
     * Checks that a subject was ever recorded, as known at the moment; within the current session.
     *
     * @param asked its key
     * @param keys under which it may be recorded
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 where it is under none of them
     */
    public Uni<Void> require(String asked, Collection<String> keys, Moment moment) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select exists (select 1 from " + table
                                        + " where subject in (:keys) and recorded_from <= :knownAt)",
                                Boolean.class)
                        .setParameter("keys", keys)
                        .setParameter("knownAt", moment.knownAt().orElse(EVER).atOffset(ZoneOffset.UTC))
                        .getSingleResult())
                .invoke(known -> {
                    if (!known) {
                        throw Problem.NOT_FOUND.because("No " + noun + " " + asked + " was recorded"
                                + moment.knownAt()
                                        .map(instant -> " by " + instant)
                                        .orElse(""));
                    }
                })
                .replaceWithVoid();
    }
}
