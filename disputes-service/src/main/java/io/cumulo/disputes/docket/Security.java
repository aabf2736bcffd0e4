package io.cumulo.disputes.docket;

import static io.cumulo.disputes.docket.EntryKind.SECURITY_INCREASED;
import static io.cumulo.disputes.docket.EntryKind.SECURITY_PAID_OUT;
import static io.cumulo.disputes.docket.EntryKind.SECURITY_POSTED;
import static io.cumulo.disputes.docket.EntryKind.SECURITY_RELEASED;

import io.cumulo.kit.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A security (bond) and what happened to it, as far as the docket tells. Amounts are absent where they are unknown: a sum with an
 * unpublished part is unknown, and nothing is known to be held until an entry says that the security was posted.
 *
 * @param orderedBy id of the entry that ordered it
 * @param moves what happened since, in the order of the docket
 */
public record Security(SecurityTerms terms, String orderedBy, LocalDate orderedOn, List<SecurityMove> moves) {

    public Security {
        moves = List.copyOf(moves);
    }

    static Security orderedBy(DocketEntry entry) {
        SecurityTerms terms = entry.as(Particulars.SecurityOrder.class).security();
        return new Security(terms, entry.id(), entry.on(), List.of());
    }

    Security with(SecurityMove move) {
        List<SecurityMove> longer = new ArrayList<>(moves);
        longer.add(move);
        return new Security(terms, orderedBy, orderedOn, longer);
    }

    public String id() {
        return terms.id();
    }

    public String currency() {
        return terms.amount().currency();
    }

    /** As first ordered, with every increase. */
    public Optional<Money> required() {
        return total(SECURITY_INCREASED)
                .map(more -> money(terms.amount().amount().add(more)));
    }

    public Optional<Money> posted() {
        return isPosted() ? total(SECURITY_POSTED).map(this::money) : Optional.empty();
    }

    public Optional<Money> released() {
        return total(SECURITY_RELEASED).map(this::money);
    }

    public Optional<Money> paidOut() {
        return total(SECURITY_PAID_OUT).map(this::money);
    }

    /** Posted − released − paid out: never less than zero. */
    public Optional<Money> held() {
        boolean everythingPublished = released().isPresent() && paidOut().isPresent();
        return everythingPublished ? heldAtMost() : Optional.empty();
    }

    /** What the custodian can still hold at most; absent when it is not known how much was posted. */
    public Optional<Money> heldAtMost() {
        BigDecimal gone = published(SECURITY_RELEASED).add(published(SECURITY_PAID_OUT));
        return posted().map(all -> money(all.amount().subtract(gone)));
    }

    public SecurityStatus status() {
        if (!isPosted()) {
            return SecurityStatus.ORDERED;
        }
        boolean someReturned = has(SECURITY_RELEASED) || has(SECURITY_PAID_OUT);
        boolean someLeft = held().map(money -> money.amount().signum() > 0).orElse(!someReturned);
        if (someLeft) {
            return SecurityStatus.HELD;
        }
        return has(SECURITY_PAID_OUT) ? SecurityStatus.PAID_OUT : SecurityStatus.RELEASED;
    }

    /** Whether no entry says what became of it: it may never have been posted, or still be held. */
    boolean isUnresolved() {
        return status() == SecurityStatus.ORDERED || status() == SecurityStatus.HELD;
    }

    boolean isPosted() {
        return has(SECURITY_POSTED);
    }

    /** Whether there can be anything left to release or to pay out. */
    boolean mayBeHeld() {
        return isPosted()
                && heldAtMost().map(most -> most.amount().signum() > 0).orElse(true);
    }

    private boolean has(EntryKind kind) {
        return moves.stream().anyMatch(move -> move.kind() == kind);
    }

    private Optional<BigDecimal> total(EntryKind kind) {
        boolean allPublished = moves.stream()
                .filter(move -> move.kind() == kind)
                .allMatch(move -> move.amount().isPresent());
        return allPublished ? Optional.of(published(kind)) : Optional.empty();
    }

    private BigDecimal published(EntryKind kind) {
        return moves.stream()
                .filter(move -> move.kind() == kind)
                .flatMap(move -> move.amount().stream())
                .map(Money::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Money money(BigDecimal amount) {
        return new Money(amount, currency());
    }
}
