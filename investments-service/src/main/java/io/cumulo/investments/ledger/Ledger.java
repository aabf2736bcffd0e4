package io.cumulo.investments.ledger;

import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.clock.RecordClock;
import io.cumulo.kit.feed.Outbox;
import io.cumulo.kit.storage.UniqueIds;
import io.cumulo.kit.value.Money;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The double-entry ledger. Money moves from account to account, so it always balances; nothing that is posted is ever changed; and no account
 * but the world is below zero at any point of either clock: a transaction is posted and then checked on every day from its own on, by a writer
 * who has its accounts to itself and takes record time only then, so no later look at an earlier record finds less.
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

    /** Lets one writer at a time at these accounts and all that share their first two segments; before the transaction records anything. */
    public Uni<Void> lock(Collection<Account> accounts) {
        return heads.lock(accounts);
    }

    /** What an account can give from a day on: the lowest that its balance comes to. For the writer who has locked it. */
    public Uni<Money> available(Account account, String currency, LocalDate from) {
        return heads.lowest(account, currency, from).map(lowest -> new Money(lowest.max(BigDecimal.ZERO), currency));
    }

    /** How an account's balance goes: to plan several draws. For the writer who has locked it. */
    public Uni<Course> course(Account account, String currency) {
        return heads.course(account, currency);
    }

    /** The newest transaction of a kind that moved a commitment's money, reversed or not. */
    public Uni<Optional<Transaction>> newest(String commitment, TransactionKind kind) {
        return journal.newest(commitment, kind);
    }

    /** The transaction; empty when none was ever recorded under the id. */
    public Uni<Optional<Transaction>> find(String id) {
        return journal.find(id);
    }

    /** Those of the transactions that were ever recorded, in the order of their recording. */
    public Uni<List<Transaction>> find(Collection<String> ids) {
        return journal.find(ids);
    }

    /** Posts one transaction, as {@link #post(List, String)} does. */
    public Uni<Transaction> post(NewTransaction transaction, String editor) {
        return post(List.of(transaction), editor).map(posted -> posted.get(0));
    }

    /**
     * Posts transactions in the current database transaction, at one instant of record time: all or none. Only what they come to together is
     * checked, for nobody ever knows one without the others. Record time must not have been taken before their accounts are locked.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 with the balance and the first day when an account would fall below zero
     */
    public Uni<List<Transaction>> post(List<NewTransaction> transactions, String editor) {
        return heads.lock(accounts(transactions))
                .chain(clock::recordedAt)
                .chain(now -> record(transactions, editor, now))
                .call(() -> heads.shortfall(drawn(transactions))
                        .invoke(found -> found.ifPresent(shortfall -> {
                            throw insufficient(shortfall, transactions);
                        })))
                .call(posted -> outbox.publish(posted.stream()
                        .map(transaction -> new Outbox.Event(
                                "investments.transaction.posted",
                                "ledger/transactions/" + transaction.id(),
                                transaction))
                        .toList()));
    }

    /** What stands on each account that lies below these, at a moment that is settled, with one look for all of them. */
    public Uni<Map<Account, List<Balance>>> balancesBelow(Collection<Account> accounts, Moment moment) {
        return balances.below(accounts, moment);
    }

    private static List<Account> accounts(List<NewTransaction> transactions) {
        return transactions.stream()
                .flatMap(transaction -> transaction.accounts().stream())
                .toList();
    }

    /** Ids in the order given: it is the order in which those of one instant are listed. */
    private Uni<List<Transaction>> record(List<NewTransaction> transactions, String editor, Instant now) {
        List<String> ids = Stream.generate(() -> UniqueIds.next().toString())
                .limit(transactions.size())
                .sorted()
                .toList();
        List<TransactionRow> rows = IntStream.range(0, ids.size())
                .mapToObj(at -> TransactionRow.of(ids.get(at), transactions.get(at), editor, now))
                .toList();
        List<List<Posting>> postings =
                transactions.stream().map(NewTransaction::postings).toList();
        return journal.insert(rows, postings).replaceWith(() -> IntStream.range(0, rows.size())
                .mapToObj(at -> rows.get(at).with(null, null, postings.get(at)))
                .toList());
    }

    /** From the first day on which each is drawn from: one look at its course shows all later ones. */
    private static Collection<AccountHeads.Drawn> drawn(List<NewTransaction> transactions) {
        return transactions.stream()
                .flatMap(transaction -> transaction.postings().stream()
                        .filter(posting -> !posting.source().isWorld())
                        .map(posting -> new AccountHeads.Drawn(
                                posting.source(), posting.amount().currency(), transaction.effectiveOn())))
                .collect(Collectors.toMap(
                        drawn -> List.of(drawn.account(), drawn.currency()),
                        Function.identity(),
                        BinaryOperator.minBy(Comparator.comparing(AccountHeads.Drawn::since)),
                        LinkedHashMap::new))
                .values();
    }

    /** The balance that is told is the one that stands without the transactions. */
    private static RuntimeException insufficient(AccountHeads.Shortfall shortfall, List<NewTransaction> transactions) {
        Account account = shortfall.account();
        String currency = shortfall.balance().currency();
        BigDecimal change = transactions.stream()
                .filter(transaction -> !transaction.effectiveOn().isAfter(shortfall.day()))
                .flatMap(transaction -> transaction.postings().stream())
                .filter(posting -> posting.amount().currency().equals(currency))
                .map(posting -> posting.destination().equals(account)
                        ? posting.amount().amount()
                        : posting.source().equals(account)
                                ? posting.amount().amount().negate()
                                : BigDecimal.ZERO)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Money balance = new Money(shortfall.balance().amount().subtract(change), currency);
        return LedgerProblem.INSUFFICIENT_BALANCE
                .builder(account.path() + " holds " + balance.amount().toPlainString() + " " + currency + " on "
                        + shortfall.day() + ", the first day on which "
                        + change.negate().toPlainString() + " less would be below zero")
                .with("account", account)
                .with("balance", balance)
                .with("firstNegativeOn", shortfall.day().toString())
                .build();
    }
}
