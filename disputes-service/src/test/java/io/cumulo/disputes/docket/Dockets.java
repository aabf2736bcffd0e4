package io.cumulo.disputes.docket;

import io.cumulo.kit.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Dockets at random: two securities, two intervenors and few days and numbers, so that entries meet and tie often. */
final class Dockets {

    static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
    static final int DAYS = 12;

    private Dockets() {}

    /** Entries that need not make sense together. */
    static final class Any implements ArbitrarySupplier<List<DocketEntry>> {
        @Override
        public Arbitrary<List<DocketEntry>> get() {
            return drafts().list().ofMaxSize(40).map(Dockets::record);
        }
    }

    /** Entries that the rules allow. */
    static final class Valid implements ArbitrarySupplier<List<DocketEntry>> {
        @Override
        public Arbitrary<List<DocketEntry>> get() {
            return drafts().list()
                    .ofMinSize(10)
                    .ofMaxSize(60)
                    .map(Dockets::record)
                    .map(Dockets::allowedOf);
        }
    }

    private static List<DocketEntry> record(List<Function<Integer, DocketEntry>> drafts) {
        List<DocketEntry> entries = new ArrayList<>();
        drafts.forEach(draft -> entries.add(draft.apply(entries.size())));
        return entries;
    }

    /** Inserts one after the other, as late discoveries are, and leaves out what is refused. */
    private static List<DocketEntry> allowedOf(List<DocketEntry> entries) {
        List<DocketEntry> docket = new ArrayList<>();
        docket.add(new DocketEntry(
                "complaint", EntryKind.FILING, FIRST_DAY, Optional.of("1"), entries.size(), Particulars.NONE));
        for (DocketEntry entry : entries) {
            docket.add(entry);
            if (Docket.fold(docket) instanceof Refusal) {
                docket.remove(docket.size() - 1);
            }
        }
        return docket;
    }

    private static Arbitrary<Function<Integer, DocketEntry>> drafts() {
        Arbitrary<LocalDate> days = Arbitraries.integers().between(0, DAYS - 1).map(FIRST_DAY::plusDays);
        Arbitrary<Optional<String>> numbers =
                Arbitraries.of("1", "2", "03", "3", "10", "3-1").optional(0.4);
        return Combinators.combine(Arbitraries.of(EntryKind.class).flatMap(Dockets::withParticulars), days, numbers)
                .as((kind, day, number) ->
                        sequence -> new DocketEntry("e" + sequence, kind.get1(), day, number, sequence, kind.get2()));
    }

    private static Arbitrary<Tuple.Tuple2<EntryKind, Particulars>> withParticulars(EntryKind kind) {
        return particulars(kind).map(particulars -> Tuple.of(kind, particulars));
    }

    private static Arbitrary<? extends Particulars> particulars(EntryKind kind) {
        return switch (kind) {
            case INTERVENTION ->
                Arbitraries.of("microsoft", "oracle")
                        .map(company -> new Particulars.Intervention(new Particulars.Party(company)));
            case INJUNCTION_LIFTED, STAY_LIFTED ->
                Arbitraries.integers()
                        .between(0, 40)
                        .map(number -> "e" + number)
                        .optional(0.5)
                        .map(Particulars.Lifting::new);
            case STAY -> Arbitraries.of(StayScope.class).map(Particulars.Stay::new);
            case RULING -> Arbitraries.of(Outcome.class).map(Particulars.Ruling::new);
            case DISMISSAL -> Arbitraries.of(DismissalReason.class).map(Particulars.Dismissal::new);
            case SECURITY_ORDERED ->
                Combinators.combine(Arbitraries.of("a", "b"), money())
                        .as((security, amount) -> Entries.ordered(security, amount));
            case SECURITY_POSTED, SECURITY_INCREASED, SECURITY_RELEASED, SECURITY_PAID_OUT ->
                Combinators.combine(Arbitraries.of("a", "b"), money().optional(0.85))
                        .as((security, amount) -> Entries.change(security, amount));
            default -> Arbitraries.just(Particulars.NONE);
        };
    }

    private static Arbitrary<Money> money() {
        Arbitrary<String> currencies = Arbitraries.frequency(Tuple.of(19, "USD"), Tuple.of(1, "EUR"));
        return Combinators.combine(Arbitraries.integers().between(1, 50), currencies)
                .as((amount, currency) -> new Money(BigDecimal.valueOf(amount), currency));
    }
}
