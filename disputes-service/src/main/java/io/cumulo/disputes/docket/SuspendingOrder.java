package io.cumulo.disputes.docket;

import io.cumulo.kit.storage.UniqueIds;
import io.cumulo.kit.value.PartialDate;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A row of {@code suspending_order}: an order that suspends performance, as the fold of its docket says since {@code recordedFrom}. */
@Entity
@Table(name = "suspending_order")
class SuspendingOrder extends FoldedRow {

    String entry;

    @Enumerated(EnumType.STRING)
    CourtOrder.Type type;

    PartialDate startsAs;

    PartialDate endsAs;

    String endedBy;

    static List<SuspendingOrder> allOf(String dispute, DisputeState state) {
        return Stream.concat(state.ended().stream(), state.inForce().stream())
                .filter(CourtOrder::suspends)
                .filter(CourtOrder::lasted)
                .map(order -> of(dispute, order))
                .toList();
    }

    private static SuspendingOrder of(String dispute, CourtOrder order) {
        SuspendingOrder row = new SuspendingOrder();
        row.id = UniqueIds.next();
        row.dispute = dispute;
        row.entry = order.entry();
        row.type = order.type();
        row.startsOn = order.from().day();
        row.startsAs = order.from().stated();
        Optional<DocketDate> end = order.ending().map(CourtOrder.Ending::on);
        row.endsOn = end.map(DocketDate::day).orElse(null);
        row.endsAs = end.map(DocketDate::stated).orElse(null);
        row.endedBy = order.ending().map(CourtOrder.Ending::entry).orElse(null);
        return row;
    }

    @Override
    Object content() {
        return Arrays.asList(dispute, entry, type, startsOn, startsAs, endsOn, endsAs, endedBy);
    }
}
