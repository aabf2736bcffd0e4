package io.cumulo.investments.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** How an account's balance goes from day to day; who has locked the account plans with it what to draw, in the order of days. */
public final class Course {

    /** The lowest that the balance comes to from a day on, of the days on which it changes; before all that was drawn. */
    private final NavigableMap<LocalDate, BigDecimal> lowest = new TreeMap<>();

    private BigDecimal drawn = BigDecimal.ZERO;
    private LocalDate last = LocalDate.MIN;

    /** @param changes what is added to the balance on each day on which it changes, in any order */
    Course(Map<LocalDate, BigDecimal> changes) {
        TreeMap<LocalDate, BigDecimal> days = new TreeMap<>(changes);
        BigDecimal balance = days.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal lowestAfter = balance;
        for (Map.Entry<LocalDate, BigDecimal> day : days.descendingMap().entrySet()) {
            lowestAfter = balance.min(lowestAfter);
            lowest.put(day.getKey(), lowestAfter);
            balance = balance.subtract(day.getValue());
        }
    }

    /**
     * Draws an amount, if the balance is below zero on no day then.
     *
     * @param on no earlier than anything that was drawn before
     * @return whether it was drawn
     */
    public boolean draw(LocalDate on, BigDecimal amount) {
        if (on.isBefore(last)) {
            throw new IllegalArgumentException("What is drawn on " + last + " comes after what is drawn on " + on);
        }
        boolean isThere = available(on).compareTo(amount) >= 0;
        if (isThere) {
            drawn = drawn.add(amount);
            last = on;
        }
        return isThere;
    }

    /** Before the first change there is nothing. */
    private BigDecimal available(LocalDate on) {
        return Optional.ofNullable(lowest.floorEntry(on))
                .map(from -> from.getValue().subtract(drawn))
                .orElse(BigDecimal.ZERO);
    }
}
