package io.cumulo.investments.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.page.Cursor;
import io.cumulo.kit.page.Page;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;

/** The transactions with their postings, as they are written and read; in the current session. */
@ApplicationScoped
class Journal {

    /** All that is recorded, whenever it takes effect. */
    private static final Moment ALL = Moment.of(LocalDate.of(9999, 12, 31));

    Uni<Void> insert(List<TransactionRow> transactions, List<List<Posting>> postings) {
        Object[] rows = IntStream.range(0, transactions.size())
                .boxed()
                .flatMap(at -> IntStream.range(0, postings.get(at).size())
                        .mapToObj(number -> PostingRow.of(
                                transactions.get(at),
                                number + 1,
                                postings.get(at).get(number))))
                .toArray();
        return Panache.getSession().chain(session -> session.persistAll(transactions.toArray())
                .chain(() -> session.persistAll(rows))
                .chain(session::flush));
    }

    /** The transaction, when it was known and had taken effect at the moment. */
    Uni<Optional<Transaction>> find(String id, Moment moment) {
        return select(Map.of("id", id), "t.id = :id", "t.id", moment, 1)
                .map(found -> found.stream().findFirst());
    }

    /** The transaction, whenever it takes effect. */
    Uni<Optional<Transaction>> find(String id) {
        return find(id, ALL);
    }

    /** Those of the transactions that are recorded, in the order of their recording, whenever they take effect. */
    Uni<List<Transaction>> find(Collection<String> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : select(Map.of("ids", ids), "t.id in (:ids)", "t.recordedAt, t.id", ALL, ids.size());
    }

    /** The newest transaction of a kind that moved a commitment's money, reversed or not. */
    Uni<Optional<Transaction>> newest(String commitment, TransactionKind kind) {
        return select(
                        Map.of("commitment", commitment, "kind", kind),
                        "t.commitment = :commitment and t.kind = :kind",
                        "t.recordedAt desc, t.id desc",
                        ALL,
                        1)
                .map(found -> found.stream().findFirst());
    }

    /** The transactions that were known and had taken effect at the moment, in the order of their recording. */
    Uni<Page<Transaction>> page(JournalFilter.Condition filter, Moment moment, Optional<Cursor> after, int limit) {
        Map<String, Object> parameters = new HashMap<>(filter.parameters());
        after.ifPresent(cursor -> {
            parameters.put("afterInstant", Instant.EPOCH.plus(cursor.number(0), ChronoUnit.MICROS));
            parameters.put("afterId", cursor.text(1));
        });
        String condition = filter.condition()
                + (after.isPresent()
                        ? " and t.recordedAt >= :afterInstant and (t.recordedAt > :afterInstant or t.id > :afterId)"
                        : "");
        return select(parameters, condition, "t.recordedAt, t.id", moment, limit + 1)
                .map(found -> Page.cut(found, limit, last -> position(filter.name(), last)));
    }

    /** By the microsecond, as exactly as the database keeps it. */
    private static Cursor position(String list, Transaction last) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, last.recordedAt());
        return Cursor.of(list, String.valueOf(micros), last.id());
    }

    private static Uni<List<Transaction>> select(
            Map<String, Object> parameters, String condition, String order, Moment moment, int limit) {
        boolean past = moment.knownAt().isPresent();
        String query = "select t"
                + ", (select r.id from TransactionRow r where r.reverses = t.id"
                + (past ? " and r.recordedAt <= :knownAt)" : ")")
                + ", (select s.id from TransactionRow s where s.replaces = t.id"
                + (past ? " and s.recordedAt <= :knownAt)" : ")")
                + " from TransactionRow t where " + condition + " and t.effectiveOn <= :asOf"
                + (past ? " and t.recordedAt <= :knownAt" : "")
                + " order by " + order;
        return Panache.getSession().chain(session -> {
            Mutiny.SelectionQuery<Object[]> rows = session.createSelectionQuery(query, Object[].class);
            parameters.forEach(rows::setParameter);
            rows.setParameter("asOf", moment.asOf());
            moment.knownAt().ifPresent(instant -> rows.setParameter("knownAt", instant));
            return rows.setMaxResults(limit).getResultList().chain(found -> withPostings(session, found));
        });
    }

    private static Uni<List<Transaction>> withPostings(Mutiny.Session session, List<Object[]> found) {
        if (found.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createSelectionQuery(
                        "select p from PostingRow p where p.place.transactionId in (:ids) order by p.place.number",
                        PostingRow.class)
                .setParameter(
                        "ids",
                        found.stream().map(row -> ((TransactionRow) row[0]).id).toList())
                .getResultList()
                .map(rows -> {
                    Map<String, List<Posting>> postings = rows.stream()
                            .collect(groupingBy(
                                    row -> row.place.transactionId(), mapping(PostingRow::posting, toList())));
                    return found.stream()
                            .map(row -> ((TransactionRow) row[0])
                                    .with((String) row[1], (String) row[2], postings.get(((TransactionRow) row[0]).id)))
                            .toList();
                });
    }
}
