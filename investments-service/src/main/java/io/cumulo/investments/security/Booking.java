package io.cumulo.investments.security;

import io.cumulo.kit.value.Money;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a move can be booked.
 *
 * @param reason why not; absent when it can
 */
record Booking(Move move, Optional<Unbooked> reason) {

    private static final Comparator<Move> IN_ORDER = Comparator.comparing(Move::effectiveOn)
            .thenComparing(move -> move.direction().map(Enum::ordinal).orElse(-1))
            .thenComparing(Move::entry);

    /** What is held of a bond, in one currency. */
    private record Held(String bond, String currency) {}

    /**
     * The bookings of a dispute's moves, by the keys of their entries. A docket never lets more leave than was posted, as far as it is known; what
     * isn't known isn't in the ledger, so here a move that would take more than is there is left out, whole, and every other one stands. What
     * can be booked keeps each account at or above zero after every move, so the ledger refuses none of it.
     */
    static Map<String, Booking> of(Collection<Move> moves) {
        Map<Held, BigDecimal> held = new HashMap<>();
        Map<String, Booking> bookings = new LinkedHashMap<>();
        List<Move> inOrder = moves.stream().sorted(IN_ORDER).toList();
        inOrder.forEach(move -> bookings.put(move.entry(), new Booking(move, against(move, held))));
        return bookings;
    }

    private static Optional<Unbooked> against(Move move, Map<Held, BigDecimal> held) {
        if (move.direction().isEmpty()) {
            return Optional.of(Unbooked.NO_MONEY_MOVES);
        }
        if (move.published().isEmpty()) {
            return Optional.of(Unbooked.AMOUNT_UNKNOWN);
        }
        Money amount = move.published().get();
        Held account = new Held(move.bond(), amount.currency());
        BigDecimal before = held.getOrDefault(account, BigDecimal.ZERO);
        BigDecimal after = move.direction().get() == Direction.POSTED
                ? before.add(amount.amount())
                : before.subtract(amount.amount());
        if (after.signum() < 0) {
            return Optional.of(Unbooked.MORE_THAN_KNOWN_TO_BE_HELD);
        }
        held.put(account, after);
        return Optional.empty();
    }

    /** The move as it should stand in the ledger; absent when none should. */
    Optional<Move> booked() {
        return reason.isEmpty() ? Optional.of(move) : Optional.empty();
    }
}
