package io.cumulo.disputes.docket;

import io.cumulo.kit.value.Money;
import io.cumulo.kit.value.PartialDate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Docket entries as tests write them, recorded in the order in which they are written. */
final class Entries {

    private static final AtomicLong RECORDED = new AtomicLong();

    private Entries() {}

    static DocketEntry entry(String id, EntryKind kind, String on) {
        return entry(id, kind, on, plain(kind));
    }

    static DocketEntry entry(String id, EntryKind kind, String on, Particulars particulars) {
        return new DocketEntry(
                id, kind, LocalDate.parse(on), Optional.empty(), RECORDED.incrementAndGet(), particulars);
    }

    static DocketEntry numbered(DocketEntry entry, String number) {
        return new DocketEntry(
                entry.id(), entry.kind(), entry.on(), Optional.of(number), entry.sequence(), entry.particulars());
    }

    static DocketEntry recorded(DocketEntry entry, long sequence) {
        return new DocketEntry(
                entry.id(),
                entry.kind(),
                entry.on(),
                entry.latest(),
                entry.stated(),
                entry.number(),
                sequence,
                entry.particulars());
    }

    /** The entry with a date that may be any from its own to the latest. */
    static DocketEntry until(DocketEntry entry, LocalDate latest) {
        return new DocketEntry(
                entry.id(),
                entry.kind(),
                entry.on(),
                latest,
                entry.stated(),
                entry.number(),
                entry.sequence(),
                entry.particulars());
    }

    /** Between days that are known to the day. */
    static Suspension suspension(
            LocalDate from, Optional<LocalDate> to, List<String> orderedBy, Optional<String> liftedBy) {
        return new Suspension(date(from), to.map(Entries::date), orderedBy, liftedBy);
    }

    private static DocketDate date(LocalDate day) {
        return new DocketDate(day, PartialDate.of(day));
    }

    static Particulars ordered(String security, long dollars) {
        return ordered(security, dollars(dollars));
    }

    static Particulars ordered(String security, Money amount) {
        return new Particulars.SecurityOrder(new SecurityTerms(
                security,
                amount,
                Optional.of("RCFC 65(c)"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    static Particulars change(String security, long dollars) {
        return change(security, Optional.of(dollars(dollars)));
    }

    static Particulars change(String security, Optional<Money> amount) {
        return new Particulars.SecurityChange(new SecurityAmount(security, amount, Optional.empty()));
    }

    static Particulars dismissed(DismissalReason reason) {
        return new Particulars.Dismissal(reason);
    }

    static Particulars lifting(String order) {
        return new Particulars.Lifting(Optional.of(order));
    }

    static Money dollars(long amount) {
        return new Money(BigDecimal.valueOf(amount), "USD");
    }

    /** Particulars for a kind whose particulars don't matter to the test. */
    static Particulars plain(EntryKind kind) {
        return switch (kind) {
            case INTERVENTION -> new Particulars.Intervention(new Particulars.Party("microsoft"));
            case INJUNCTION_LIFTED, STAY_LIFTED -> Particulars.Lifting.ALL;
            case STAY -> new Particulars.Stay(OrderScope.PROCEEDINGS);
            case INJUNCTION_GRANTED -> Particulars.Injunction.AGAINST_PERFORMANCE;
            case INJUNCTION_MODIFIED -> Particulars.Modification.OF_TERMS;
            case MANDATE -> new Particulars.Mandate(Review.AFFIRMED);
            case RULING -> new Particulars.Ruling(Outcome.FOR_CLAIMANT);
            case DISMISSAL -> dismissed(DismissalReason.OTHER);
            case SECURITY_ORDERED -> ordered("bond", 100);
            case SECURITY_POSTED, SECURITY_INCREASED, SECURITY_RELEASED, SECURITY_PAID_OUT ->
                change("bond", Optional.empty());
            default -> Particulars.NONE;
        };
    }
}
