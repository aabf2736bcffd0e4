package io.cumulo.disputes.docket;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The union of the orders that suspend a contract: orders that overlap, or follow each other without a free day, make one suspension. */
final class Suspensions {

    private Suspensions() {}

    /** @param orders those that ended, in the order of their ending, then those in force */
    static List<Suspension> under(List<CourtOrder> orders) {
        List<Suspension> suspensions = new ArrayList<>();
        List<CourtOrder> run = new ArrayList<>();
        Optional<LocalDate> end = Optional.of(LocalDate.MIN);
        for (CourtOrder order : byStart(orders)) {
            if (!run.isEmpty() && end.isPresent() && end.get().isBefore(order.from())) {
                suspensions.add(suspension(run, end, orders));
                run.clear();
            }
            end = run.isEmpty() ? endOf(order) : later(end, endOf(order));
            run.add(order);
        }
        if (!run.isEmpty()) {
            suspensions.add(suspension(run, end, orders));
        }
        return List.copyOf(suspensions);
    }

    private static List<CourtOrder> byStart(List<CourtOrder> orders) {
        return orders.stream()
                .filter(CourtOrder::suspends)
                .filter(CourtOrder::lasted)
                .sorted(Comparator.comparing(CourtOrder::from))
                .toList();
    }

    private static Optional<LocalDate> endOf(CourtOrder order) {
        return order.ending().map(CourtOrder.Ending::on);
    }

    private static Optional<LocalDate> later(Optional<LocalDate> one, Optional<LocalDate> other) {
        return one.flatMap(a -> other.map(b -> a.isAfter(b) ? a : b));
    }

    private static Suspension suspension(List<CourtOrder> run, Optional<LocalDate> end, List<CourtOrder> orders) {
        Optional<String> liftedBy = orders.stream()
                .filter(run::contains)
                .flatMap(order -> order.ending().stream())
                .filter(ending -> end.filter(ending.on()::equals).isPresent())
                .reduce((earlier, last) -> last)
                .map(CourtOrder.Ending::entry);
        return new Suspension(
                run.get(0).from(), end, run.stream().map(CourtOrder::entry).toList(), liftedBy);
    }
}
