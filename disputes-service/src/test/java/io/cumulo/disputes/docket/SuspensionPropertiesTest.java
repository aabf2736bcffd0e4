package io.cumulo.disputes.docket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SuspensionPropertiesTest {

    private static final LocalDate THE_DAY_AFTER = Dockets.FIRST_DAY.plusDays(Dockets.DAYS);

    @Property
    void a_contract_is_suspended_on_the_days_that_end_with_an_order_in_force(
            @ForAll(supplier = Dockets.Valid.class) List<DocketEntry> docket) {
        DisputeState whole = state(docket, THE_DAY_AFTER);
        for (LocalDate day : days()) {
            boolean inForceAtTheEndOfTheDay =
                    state(docket, day).inForce().stream().anyMatch(CourtOrder::suspends);
            assertThat(whole.suspendedOn(day)).isEqualTo(inForceAtTheEndOfTheDay);
        }
    }

    @Property
    void suspensions_are_the_union_of_the_orders_day_by_day(
            @ForAll(supplier = Dockets.Valid.class) List<DocketEntry> docket) {
        DisputeState state = state(docket, THE_DAY_AFTER);
        for (LocalDate day : days()) {
            List<String> orders = orders(state)
                    .filter(order -> runs(order, day))
                    .map(CourtOrder::entry)
                    .toList();
            List<Suspension> covering =
                    state.suspensions().stream().filter(one -> one.covers(day)).toList();
            assertThat(covering).hasSize(orders.isEmpty() ? 0 : 1);
            covering.forEach(suspension -> assertThat(suspension.orderedBy()).containsAll(orders));
        }
    }

    @Property
    void suspensions_are_in_order_with_free_days_between(
            @ForAll(supplier = Dockets.Valid.class) List<DocketEntry> docket) {
        List<Suspension> suspensions = state(docket, THE_DAY_AFTER).suspensions();
        for (int place = 1; place < suspensions.size(); place++) {
            Suspension before = suspensions.get(place - 1);
            assertThat(before.to()).isPresent();
            assertThat(before.to().get().day())
                    .isBefore(suspensions.get(place).from().day());
        }
    }

    @Property
    void a_suspension_names_each_order_once_and_what_ended_the_last(
            @ForAll(supplier = Dockets.Valid.class) List<DocketEntry> docket) {
        DisputeState state = state(docket, THE_DAY_AFTER);
        List<Suspension> suspensions = state.suspensions();

        assertThat(suspensions.stream().flatMap(one -> one.orderedBy().stream()))
                .containsExactlyInAnyOrderElementsOf(orders(state)
                        .filter(CourtOrder::lasted)
                        .map(CourtOrder::entry)
                        .toList());
        for (Suspension suspension : suspensions) {
            assertThat(suspension.liftedBy().map(id -> entry(docket, id).date()))
                    .isEqualTo(suspension.to());
            assertThat(suspension.to()).isNotEqualTo(Optional.of(suspension.from()));
            assertThat(entry(docket, suspension.orderedBy().get(0)).date()).isEqualTo(suspension.from());
        }
    }

    private static boolean runs(CourtOrder order, LocalDate day) {
        boolean begun = !day.isBefore(order.from().day());
        return begun && order.ending().map(end -> day.isBefore(end.on().day())).orElse(true);
    }

    private static Stream<CourtOrder> orders(DisputeState state) {
        return Stream.concat(state.ended().stream(), state.inForce().stream()).filter(CourtOrder::suspends);
    }

    private static List<LocalDate> days() {
        return Dockets.FIRST_DAY
                .minusDays(1)
                .datesUntil(THE_DAY_AFTER.plusDays(1))
                .toList();
    }

    private static DocketEntry entry(List<DocketEntry> docket, String id) {
        return docket.stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static DisputeState state(List<DocketEntry> docket, LocalDate asOf) {
        return Docket.fold(docket, asOf).orElseThrow(refusal -> new AssertionError(refusal.sentence()));
    }
}
