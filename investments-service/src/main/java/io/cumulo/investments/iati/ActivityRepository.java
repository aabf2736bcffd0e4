package io.cumulo.investments.iati;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;

/** Which transactions of activities are posted, in the current session. */
@ApplicationScoped
class ActivityRepository {

    /** Those of an activity that stand: the ledger's transaction by the fingerprint. */
    Uni<Map<String, String>> standing(String activity) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select fingerprint, transaction_id from iati_transaction where activity = :activity and stands",
                                Object[].class)
                        .setParameter("activity", activity)
                        .getResultList())
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1])));
    }

    Uni<Void> posted(String activity, String fingerprint, String transaction) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into iati_transaction (activity, fingerprint, transaction_id, stands)
                                values (:activity, :fingerprint, :transaction, true)
                                on conflict (activity, fingerprint) do update set transaction_id = excluded.transaction_id, stands = true
                                """)
                        .setParameter("activity", activity)
                        .setParameter("fingerprint", fingerprint)
                        .setParameter("transaction", transaction)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> reversed(String activity, String fingerprint) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "update iati_transaction set stands = false where activity = :activity and fingerprint = :fingerprint")
                        .setParameter("activity", activity)
                        .setParameter("fingerprint", fingerprint)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
