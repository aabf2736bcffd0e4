package io.cumulo.investments.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.page.Cursor;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The transactions with their postings, as they are written and read; in the current session. */
@ApplicationScoped
class Journal {

    Uni<Void> insert(TransactionRow transaction, List<PostingRow> postings) {
        return Panache.getSession().chain(session -> session.persist(transaction)
                .chain(() -> session.persistAll(postings.toArray()))
                .chain(session::flush));
    }

    /** The transaction, when it was known and had taken effect at the moment. */
    Uni<Optional<Transaction>> find(String id, Moment moment) {
        return select(Map.of("id", id), "t.id = :id", moment, 1)
                .map(found -> found.stream().findFirst());
    }

    /** The transactions that were known and had taken effect at the moment, in the order of their making. */
    Uni<List<Transaction>> list(Optional<String> commitment, Moment moment, Optional<Cursor> after, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        commitment.ifPresent(id -> parameters.put("commitment", id));
        after.ifPresent(cursor -> parameters.put("after", cursor.text(0)));
        String condition = (commitment.isPresent() ? "t.commitment = :commitment" : "1 = 1")
                + (after.isPresent() ? " and t.id > :after" : "");
        return select(parameters, condition, moment, limit);
    }

    private static Uni<List<Transaction>> select(
            Map<String, Object> parameters, String condition, Moment moment, int limit) {
        String query = "select t from TransactionRow t where " + condition + " and t.effectiveOn <= :asOf"
                + (moment.knownAt().isPresent() ? " and t.recordedAt <= :knownAt" : "") + " order by t.id";
        return Panache.getSession().chain(session -> {
            Mutiny.SelectionQuery<TransactionRow> rows = session.createSelectionQuery(query, TransactionRow.class);
            parameters.forEach(rows::setParameter);
            rows.setParameter("asOf", moment.asOf());
            moment.knownAt().ifPresent(instant -> rows.setParameter("knownAt", instant));
            return rows.setMaxResults(limit).getResultList().chain(found -> withPostings(session, found));
        });
    }

    private static Uni<List<Transaction>> withPostings(Mutiny.Session session, List<TransactionRow> found) {
        if (found.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createSelectionQuery(
                        "select p from PostingRow p where p.place.transactionId in (:ids) order by p.place.number",
                        PostingRow.class)
                .setParameter("ids", found.stream().map(row -> row.id).toList())
                .getResultList()
                .map(rows -> {
                    Map<String, List<Posting>> postings = rows.stream()
                            .collect(groupingBy(
                                    row -> row.place.transactionId(), mapping(PostingRow::posting, toList())));
                    return found.stream()
                            .map(row -> row.with(postings.get(row.id)))
                            .toList();
                });
    }
}
