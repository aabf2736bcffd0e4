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
        for (CourtOrder order : byStart(orders)) {
            boolean freeDaysBefore =
                    endOf(run).filter(end -> end.isBefore(order.from().day())).isPresent();
            if (freeDaysBefore) {
                suspensions.add(suspension(run, orders));
                run.clear();
            }
            run.add(order);
        }
        if (!run.isEmpty()) {
            suspensions.add(suspension(run, orders));
        }
        return List.copyOf(suspensions);
    }

    private static List<CourtOrder> byStart(List<CourtOrder> orders) {
        return orders.stream()
                .filter(CourtOrder::suspends)
                .filter(CourtOrder::lasted)
                .sorted(Comparator.comparing(order -> order.from().day()))
                .toList();
    }

    /** The latest ending; absent while one of them is in force, or there is none. */
    private static Optional<LocalDate> endOf(List<CourtOrder> run) {
        boolean allEnded = run.stream().allMatch(order -> order.ending().isPresent());
        return run.stream()
                .flatMap(order -> order.ending().stream())
                .map(ending -> ending.on().day())
                .max(Comparator.naturalOrder())
                .filter(last -> allEnded);
    }

    private static Suspension suspension(List<CourtOrder> run, List<CourtOrder> orders) {
        Optional<LocalDate> end = endOf(run);
        Optional<CourtOrder.Ending> lifting = orders.stream()
                .filter(run::contains)
                .flatMap(order -> order.ending().stream())
                .filter(ending -> end.equals(Optional.of(ending.on().day())))
                .reduce((earlier, last) -> last);
        return new Suspension(
                run.get(0).from(),
                lifting.map(CourtOrder.Ending::on),
                run.stream().map(CourtOrder::entry).toList(),
                lifting.map(CourtOrder.Ending::entry));
    }
}
