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

    /** Entries that the rules allow. */
    static final class Valid implements ArbitrarySupplier<List<DocketEntry>> {
        @Override
        public Arbitrary<List<DocketEntry>> get() {
            return drafts().list()
                    .ofMinSize(10)
                    .ofMaxSize(60)
                    .map(drafts -> recorded(drafts, 0))
                    .map(Dockets::allowedOf);
        }
    }

    /** Entries that need not make sense together: a few at random, alone or among others that do. */
    static final class Any implements ArbitrarySupplier<List<DocketEntry>> {
        @Override
        public Arbitrary<List<DocketEntry>> get() {
            Arbitrary<List<DocketEntry>> some = drafts().list().ofMaxSize(6).map(drafts -> recorded(drafts, 100));
            return Arbitraries.oneOf(
                    some, Combinators.combine(new Valid().get(), some).as(Dockets::together));
        }
    }

    private static List<DocketEntry> recorded(List<Function<Integer, DocketEntry>> drafts, int first) {
        List<DocketEntry> entries = new ArrayList<>();
        drafts.forEach(draft -> entries.add(draft.apply(first + entries.size())));
        return entries;
    }

    private static List<DocketEntry> together(List<DocketEntry> some, List<DocketEntry> others) {
        List<DocketEntry> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    /** A case with a bond, into which one entry after the other is inserted, as late discoveries are, unless it is refused. */
    private static List<DocketEntry> allowedOf(List<DocketEntry> entries) {
        List<DocketEntry> docket = new ArrayList<>(List.of(
                new DocketEntry("complaint", EntryKind.FILING, FIRST_DAY, Optional.of("1"), 98, Particulars.NONE),
                new DocketEntry(
                        "bond",
                        EntryKind.SECURITY_ORDERED,
                        FIRST_DAY,
                        Optional.of("2"),
                        99,
                        Entries.ordered("a", 50))));
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
        return Combinators.combine(kinds().flatMap(Dockets::withParticulars), days, numbers)
                .as((kind, day, number) ->
                        sequence -> new DocketEntry("e" + sequence, kind.get1(), day, number, sequence, kind.get2()));
    }

    /** Orders and securities often, the other kinds sometimes. */
    private static Arbitrary<EntryKind> kinds() {
        List<EntryKind> money = List.of(
                EntryKind.SECURITY_POSTED,
                EntryKind.SECURITY_POSTED,
                EntryKind.SECURITY_RELEASED,
                EntryKind.SECURITY_PAID_OUT);
        List<EntryKind> orders = List.of(
                EntryKind.INJUNCTION_GRANTED, EntryKind.INJUNCTION_LIFTED, EntryKind.STAY, EntryKind.STAY_LIFTED);
        return Arbitraries.oneOf(
                Arbitraries.of(EntryKind.class),
                Arbitraries.of(EntryKind.class),
                Arbitraries.of(money),
                Arbitraries.of(orders));
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
            case STAY -> Arbitraries.of(OrderScope.class).map(Particulars.Stay::new);
            case INJUNCTION_GRANTED ->
                Arbitraries.of(OrderScope.PERFORMANCE, OrderScope.PERFORMANCE, OrderScope.OTHER)
                        .map(Particulars.Injunction::new);
            case INJUNCTION_MODIFIED ->
                Combinators.combine(
                                Arbitraries.integers()
                                        .between(0, 40)
                                        .map(number -> "e" + number)
                                        .optional(0.5),
                                Arbitraries.of(OrderScope.PERFORMANCE, OrderScope.OTHER)
                                        .optional(0.8))
                        .as(Particulars.Modification::new);
            case MANDATE -> Arbitraries.of(Review.class).map(Particulars.Mandate::new);
            case RULING ->
                Combinators.combine(
                                Arbitraries.of(Outcome.class),
                                Arbitraries.of("a", "b").list().ofMaxSize(2))
                        .as(Particulars.Ruling::new);
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
