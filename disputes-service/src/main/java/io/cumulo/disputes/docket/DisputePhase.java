package io.cumulo.disputes.docket;

import io.cumulo.kit.storage.UniqueIds;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A row of {@code dispute_phase}: a phase of a dispute, as the fold of its docket says since {@code recordedFrom}. */
@Entity
@Table(name = "dispute_phase")
class DisputePhase extends FoldedRow {

    @Enumerated(EnumType.STRING)
    Phase phase;

    /** Whether the docket begins with it. */
    boolean begins;

    static List<DisputePhase> allOf(String dispute, List<PhasePeriod> periods) {
        return IntStream.range(0, periods.size())
                .mapToObj(at -> of(dispute, periods.get(at), at == 0))
                .toList();
    }

    private static DisputePhase of(String dispute, PhasePeriod period, boolean begins) {
        DisputePhase row = new DisputePhase();
        row.id = UniqueIds.next();
        row.dispute = dispute;
        row.phase = period.phase();
        row.begins = begins;
        row.startsOn = period.from();
        row.endsOn = period.to().orElse(null);
        return row;
    }

    @Override
    Object content() {
        return Arrays.asList(dispute, phase, begins, startsOn, endsOn);
    }
}
