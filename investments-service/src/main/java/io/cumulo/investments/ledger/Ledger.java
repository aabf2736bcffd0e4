package io.cumulo.investments.ledger;

import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.clock.RecordClock;
import io.cumulo.kit.feed.Outbox;
import io.cumulo.kit.storage.UniqueIds;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The double-entry ledger. Money moves from account to account, so it always balances; nothing that is posted is ever changed; and no account
 * but the world is below zero at any point of either clock: a transaction is checked against every day from its own on, by a writer who has its
 * accounts to itself and takes record time only then, so no later look at an earlier record finds less.
 */
@ApplicationScoped
public class Ledger {

    private final Journal journal;
    private final AccountHeads heads;
    private final Balances balances;
    private final RecordClock clock;
    private final Outbox outbox;

    Ledger(Journal journal, AccountHeads heads, Balances balances, RecordClock clock, Outbox outbox) {
        this.journal = journal;
        this.heads = heads;
        this.balances = balances;
        this.clock = clock;
        this.outbox = outbox;
    }

    /**
     * Posts a transaction in the current database transaction, which must not have recorded anything before unless the accounts are new.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 with the balance when an account would fall below zero, 409 when one holds another
     *     currency
     */
    public Uni<Transaction> post(NewTransaction transaction, String editor) {
        LocalDate from = transaction.on().first();
        Set<Account> touched = accounts(transaction, Stream.of(true, false));
        Set<Account> drawn = accounts(transaction, Stream.of(true));
        return heads.lock(touched)
                .chain(() -> heads.currencies(touched))
                .invoke(currencies -> requireCurrency(transaction, currencies))
                .chain(() -> heads.lowest(drawn, from))
                .map(lowest -> new Funds(from, lowest))
                .map(funds -> transaction.transfers().stream()
                        .flatMap(transfer -> funds.draw(transfer).stream())
                        .toList())
                .chain(postings -> record(transaction, postings, editor));
    }

    /** The accounts of commitments at a moment that is settled, with one look for all of them; none for a commitment without money. */
    public Uni<Map<String, List<Balance>>> balancesOf(Collection<String> commitments, Moment moment) {
        return balances.ofCommitments(commitments, moment);
    }

    private static Set<Account> accounts(NewTransaction transaction, Stream<Boolean> sides) {
        return sides.flatMap(drawn -> transaction.transfers().stream()
                        .flatMap(transfer -> drawn ? transfer.from().stream() : Stream.of(transfer.to())))
                .filter(account -> !account.isWorld())
                .collect(Collectors.toSet());
    }

    private static void requireCurrency(NewTransaction transaction, Map<Account, String> held) {
        for (Transfer transfer : transaction.transfers()) {
            String currency = transfer.amount().currency();
            Stream.concat(transfer.from().stream(), Stream.of(transfer.to()))
                    .filter(account -> !held.getOrDefault(account, currency).equals(currency))
                    .findFirst()
                    .ifPresent(account -> {
                        throw LedgerProblem.OTHER_CURRENCY.because(account.path() + " holds " + held.get(account)
                                + "; what moves " + currency + " can't be posted there");
                    });
        }
    }

    private Uni<Transaction> record(NewTransaction transaction, List<Posting> postings, String editor) {
        TransactionRow row = row(transaction, editor);
        List<PostingRow> rows = IntStream.range(0, postings.size())
                .mapToObj(index -> row(row, index + 1, postings.get(index)))
                .toList();
        return clock.recordedAt()
                .invoke(now -> row.recordedAt = now)
                .chain(() -> journal.insert(row, rows))
                .replaceWith(() -> row.with(postings))
                .call(posted ->
                        outbox.publish("investments.transaction.posted", "ledger/transactions/" + posted.id(), posted));
    }

    private static TransactionRow row(NewTransaction transaction, String editor) {
        TransactionRow row = new TransactionRow();
        row.id = UniqueIds.next().toString();
        row.kind = transaction.kind();
        row.statedOn = transaction.on();
        row.effectiveOn = transaction.on().first();
        row.description = transaction.description().orElse(null);
        row.commitment = transaction.commitment().orElse(null);
        row.sources = transaction.sources();
        row.recordedBy = editor;
        return row;
    }

    private static PostingRow row(TransactionRow transaction, int number, Posting posting) {
        PostingRow row = new PostingRow();
        row.place = new PostingRow.Place(transaction.id, number);
        row.effectiveOn = transaction.effectiveOn;
        row.source = posting.source();
        row.destination = posting.destination();
        row.amount = posting.amount().amount();
        row.currency = posting.amount().currency();
        return row;
    }
}
