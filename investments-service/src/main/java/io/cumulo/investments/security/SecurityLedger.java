package io.cumulo.investments.security;

import io.cumulo.investments.ledger.Ledger;
import io.cumulo.investments.ledger.NewTransaction;
import io.cumulo.investments.ledger.Transaction;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Keeps the ledger what the dockets tell of securities: whenever something is told of a move, all moves of its dispute are gone through, and what
 * the ledger has otherwise is reversed and posted anew, in one step. What was told before, or later than something newer, changes nothing.
 */
@ApplicationScoped
class SecurityLedger {

    private static final String EDITOR = "disputes-service";

    private final Ledger ledger;

    SecurityLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    /** What is known of a dispute's moves. */
    Uni<List<BookedMove>> of(String dispute) {
        return Panache.getSession()
                .chain(session -> rows(session, dispute))
                .map(rows -> rows.stream().map(MoveRow::shown).toList());
    }

    /** Takes what was told, in the current transaction, with the dispute's accounts locked. */
    Uni<Void> take(Move move, boolean retracted, Instant toldAt) {
        return Panache.getSession().chain(session -> row(session, move).chain(row -> {
            if (row.toldAt != null && !toldAt.isAfter(row.toldAt)) {
                return Uni.createFrom().voidItem();
            }
            row.told = move;
            row.retracted = retracted;
            row.toldAt = toldAt;
            return session.persist(row)
                    .chain(session::flush)
                    .chain(() -> rows(session, move.dispute()))
                    .chain(rows -> settle(rows, move))
                    .chain(session::flush);
        }));
    }

    private static Uni<MoveRow> row(Mutiny.Session session, Move move) {
        return session.find(MoveRow.class, new MoveRow.Place(move.dispute(), move.entry()))
                .map(found -> found == null ? MoveRow.of(move) : found);
    }

    private static Uni<List<MoveRow>> rows(Mutiny.Session session, String dispute) {
        return session.createSelectionQuery(
                        "select m from MoveRow m where m.place.dispute = :dispute order by m.toldAt, m.place.entry",
                        MoveRow.class)
                .setParameter("dispute", dispute)
                .getResultList();
    }

    private Uni<Void> settle(List<MoveRow> rows, Move cause) {
        Map<String, Booking> bookings = Booking.of(
                rows.stream().filter(row -> !row.retracted).map(row -> row.told).toList());
        List<MoveRow> changed = new ArrayList<>();
        for (MoveRow row : rows) {
            Optional<Booking> booking = Optional.ofNullable(bookings.get(row.place.entry()));
            row.unbooked = booking.map(Booking::reason)
                    .orElse(Optional.of(Unbooked.RETRACTED))
                    .orElse(null);
            if (!booking.flatMap(Booking::booked).equals(row.booked())) {
                changed.add(row);
            }
        }
        return Multi.createFrom()
                .iterable(changed)
                .onItem()
                .transformToUniAndConcatenate(row -> change(row, cause))
                .collect()
                .asList()
                .chain(this::post);
    }

    /** What puts the ledger right for one move: its reversal, its posting, or both. */
    private record Change(MoveRow row, Optional<NewTransaction> reversal, Optional<NewTransaction> posting) {

        List<NewTransaction> transactions() {
            return Stream.of(reversal, posting).flatMap(Optional::stream).toList();
        }
    }

    private Uni<Change> change(MoveRow row, Move cause) {
        Optional<NewTransaction> posting = row.unbooked != null
                ? Optional.empty()
                : row.told
                        .direction()
                        .flatMap(direction ->
                                row.told.published().map(amount -> row.told.transaction(direction, amount)))
                        .map(transaction -> transaction.replacing(row.transactionId()));
        return row.booked().isEmpty()
                ? Uni.createFrom().item(new Change(row, Optional.empty(), posting))
                : ledger.find(row.transactionId)
                        .map(found -> new Change(row, Optional.of(reversal(found.orElseThrow(), row, cause)), posting));
    }

    private static NewTransaction reversal(Transaction booked, MoveRow row, Move cause) {
        String reason = row.retracted
                ? "The docket took the move back"
                : "The docket tells the move otherwise since its entry " + cause.entry() + " is known as it is";
        return NewTransaction.reversalOf(booked, reason, cause.sources());
    }

    private Uni<Void> post(List<Change> changes) {
        List<NewTransaction> transactions = changes.stream()
                .flatMap(change -> change.transactions().stream())
                .toList();
        if (transactions.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return ledger.post(transactions, EDITOR)
                .invoke(posted -> {
                    int next = 0;
                    for (Change change : changes) {
                        next += change.transactions().size();
                        change.row.booked = change.posting().isPresent() ? change.row.told : null;
                        if (change.posting().isPresent()) {
                            change.row.transactionId = posted.get(next - 1).id();
                        }
                    }
                })
                .replaceWithVoid();
    }
}
