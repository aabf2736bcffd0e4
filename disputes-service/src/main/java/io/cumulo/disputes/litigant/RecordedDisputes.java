package io.cumulo.disputes.litigant;

import io.cumulo.kit.problem.Problem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Which disputes there are; in the current session. */
@ApplicationScoped
class RecordedDisputes {

    /** 404 when the dispute was never recorded. */
    Uni<Void> require(String dispute) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select exists (select 1 from recorded_dispute where id = :dispute)", Boolean.class)
                        .setParameter("dispute", dispute)
                        .getSingleResult())
                .invoke(known -> {
                    if (!known) {
                        throw Problem.NOT_FOUND.because("No dispute " + dispute + " is recorded");
                    }
                })
                .replaceWithVoid();
    }
}
