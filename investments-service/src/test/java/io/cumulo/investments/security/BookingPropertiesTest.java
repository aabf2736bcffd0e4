package io.cumulo.investments.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.cumulo.kit.value.Citation;
import io.cumulo.kit.value.Money;
import io.cumulo.kit.value.PartialDate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BookingPropertiesTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);

    /** Moves of two bonds in two currencies on few days, some of unknown amount; more may leave than was posted. */
    static final class Moves implements ArbitrarySupplier<List<Move>> {
        @Override
        public Arbitrary<List<Move>> get() {
            Arbitrary<Optional<BigDecimal>> amounts = Arbitraries.integers()
                    .between(1, 9)
                    .map(BigDecimal::valueOf)
                    .optional(0.8);
            return Combinators.combine(
                            Arbitraries.of("a", "b"),
                            Arbitraries.of(
                                    "security-ordered",
                                    "security-posted",
                                    "security-posted",
                                    "security-released",
                                    "security-paid-out"),
                            Arbitraries.integers().between(0, 4).map(FIRST_DAY::plusDays),
                            amounts,
                            Arbitraries.of("USD", "USD", "EUR"))
                    .as((bond, kind, day, amount, currency) -> move("", bond, kind, day, amount, currency))
                    .list()
                    .ofMaxSize(14)
                    .map(BookingPropertiesTest::numbered);
        }
    }

    private static Move move(
            String entry, String bond, String kind, LocalDate day, Optional<BigDecimal> amount, String currency) {
        return new Move(
                "d",
                entry,
                bond,
                kind,
                PartialDate.of(day),
                day,
                amount.map(value -> new Money(value, currency)).orElse(null),
                null,
                List.of(new Citation("p", "t", null, null, null, null)));
    }

    private static List<Move> numbered(List<Move> moves) {
        List<Move> numbered = new ArrayList<>();
        moves.forEach(move -> numbered.add(move(
                "e" + numbered.size(),
                move.bond(),
                move.kind(),
                move.effectiveOn(),
                move.published().map(Money::amount),
                move.published().map(Money::currency).orElse("USD"))));
        return numbered;
    }

    @Property(tries = 500)
    void what_is_booked_never_takes_more_than_is_held_at_the_end_of_any_day(
            @ForAll(supplier = Moves.class) List<Move> moves) {
        Map<String, Booking> bookings = Booking.of(moves);
        for (String bond : List.of("a", "b")) {
            for (String currency : List.of("USD", "EUR")) {
                for (int day = 0; day < 5; day++) {
                    assertThat(held(bookings, bond, currency, FIRST_DAY.plusDays(day)))
                            .isNotNegative();
                }
            }
        }
    }

    @Property(tries = 500)
    void every_move_is_booked_or_has_a_reason_and_the_order_of_telling_decides_nothing(
            @ForAll(supplier = Moves.class) List<Move> moves, @ForAll Random random) {
        List<Move> shuffled = new ArrayList<>(moves);
        Collections.shuffle(shuffled, random);

        assertThat(Booking.of(shuffled)).isEqualTo(Booking.of(moves)).hasSize(moves.size());
    }

    @Property(tries = 500)
    void what_is_posted_with_a_known_amount_is_always_booked(@ForAll(supplier = Moves.class) List<Move> moves) {
        assertThat(Booking.of(moves).values())
                .filteredOn(booking -> booking.move().kind().equals("security-posted"))
                .allMatch(booking ->
                        booking.reason().isEmpty() == booking.move().published().isPresent());
    }

    @Test
    void a_release_beyond_what_is_known_to_be_held_waits_and_holds_nothing_else_up() {
        List<Move> moves = List.of(
                move("posted", "a", "security-posted", FIRST_DAY, Optional.empty(), "USD"),
                move("some", "a", "security-released", FIRST_DAY.plusDays(1), Optional.of(BigDecimal.TEN), "USD"),
                move("more", "a", "security-posted", FIRST_DAY.plusDays(2), Optional.of(BigDecimal.ONE), "USD"),
                move("back", "a", "security-released", FIRST_DAY.plusDays(3), Optional.of(BigDecimal.ONE), "USD"));

        assertThat(Booking.of(moves).values().stream()
                        .sorted(Comparator.comparing(booking -> booking.move().effectiveOn()))
                        .map(Booking::reason))
                .containsExactly(
                        Optional.of(Unbooked.AMOUNT_UNKNOWN),
                        Optional.of(Unbooked.MORE_THAN_KNOWN_TO_BE_HELD),
                        Optional.empty(),
                        Optional.empty());
    }

    private static BigDecimal held(Map<String, Booking> bookings, String bond, String currency, LocalDate day) {
        return bookings.values().stream()
                .flatMap(booking -> booking.booked().stream())
                .filter(move -> move.bond().equals(bond)
                        && move.amount().currency().equals(currency)
                        && !move.effectiveOn().isAfter(day))
                .map(move -> move.kind().equals("security-posted")
                        ? move.amount().amount()
                        : move.amount().amount().negate())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
