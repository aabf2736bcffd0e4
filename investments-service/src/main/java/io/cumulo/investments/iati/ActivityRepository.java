package io.cumulo.investments.iati;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which commitments of activities are told, and which of their transactions are posted; in the current session. */
@ApplicationScoped
class ActivityRepository {

    /** Lets one file at a time tell of the activity, until the transaction ends; before anything else is locked. */
    Uni<Void> lock(String activity) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select 1 from (select pg_advisory_xact_lock(hashtextextended('iati activity/' || :activity, 0))) locked",
                                Integer.class)
                        .setParameter("activity", activity)
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** The commitments that its files have told of, by their keys and in the order of them. */
    Uni<Map<String, ToldCommitment>> commitments(String activity) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select commitment, revision, told from iati_commitment where activity = :activity order by commitment",
                                Object[].class)
                        .setParameter("activity", activity)
                        .getResultList())
                .map(rows -> {
                    Map<String, ToldCommitment> commitments = new LinkedHashMap<>();
                    rows.forEach(row -> commitments.put(
                            (String) row[0], new ToldCommitment((String) row[0], (Integer) row[1], (Boolean) row[2])));
                    return commitments;
                });
    }

    Uni<Void> put(String activity, ToldCommitment commitment) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into iati_commitment (activity, commitment, revision, told)
                                values (:activity, :commitment, :revision, :told)
                                on conflict (activity, commitment) do update set revision = excluded.revision, told = excluded.told
                                where (iati_commitment.revision, iati_commitment.told) <> (excluded.revision, excluded.told)
                                """)
                        .setParameter("activity", activity)
                        .setParameter("commitment", commitment.id())
                        .setParameter("revision", commitment.revision())
                        .setParameter("told", commitment.isTold())
                        .executeUpdate())
                .replaceWithVoid();
    }

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

    /**
     * Keeps what transactions became.
     *
     * @param fingerprints of all of them
     * @param transactions of the ledger, in the same order
     */
    Uni<Void> posted(String activity, List<String> fingerprints, List<String> transactions) {
        return fingerprints.isEmpty()
                ? Uni.createFrom().voidItem()
                : Panache.getSession()
                        .chain(session -> session.createNativeQuery("""
                                        insert into iati_transaction (activity, fingerprint, transaction_id, stands)
                                        select :activity, fingerprint, id, true
                                        from unnest(string_to_array(:fingerprints, ' '), string_to_array(:transactions, ' ')) posted (fingerprint, id)
                                        on conflict (activity, fingerprint) do update set transaction_id = excluded.transaction_id, stands = true
                                        """)
                                .setParameter("activity", activity)
                                .setParameter("fingerprints", String.join(" ", fingerprints))
                                .setParameter("transactions", String.join(" ", transactions))
                                .executeUpdate())
                        .replaceWithVoid();
    }

    Uni<Void> withdrawn(String activity, List<String> fingerprints) {
        return fingerprints.isEmpty()
                ? Uni.createFrom().voidItem()
                : Panache.getSession()
                        .chain(session -> session.createNativeQuery("""
                                        update iati_transaction set stands = false
                                        where activity = :activity and fingerprint = any (string_to_array(:fingerprints, ' '))
                                        """)
                                .setParameter("activity", activity)
                                .setParameter("fingerprints", String.join(" ", fingerprints))
                                .executeUpdate())
                        .replaceWithVoid();
    }
}
