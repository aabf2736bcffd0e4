package io.cumulo.disputes.docket;

import io.cumulo.kit.value.PartialDate;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.hibernate.annotations.Immutable;

/** A row of the view {@code contract_order}: a suspending order and the contract that its dispute was known to be about. */
@Entity
@Immutable
@Table(name = "contract_order")
class ContractOrder {

    @Id
    String id;

    String contract;

    String dispute;

    String entry;

    @Enumerated(EnumType.STRING)
    CourtOrder.Type type;

    LocalDate startsOn;

    LocalDate endsOn;

    PartialDate startsAs;

    PartialDate endsAs;

    String endedBy;

    LocalDate disputeFrom;

    Instant recordedFrom;

    Instant recordedTo;

    /** The order as it was at the end of the day: an ending that lies ahead has not happened. Entries are named by their paths. */
    CourtOrder asOf(LocalDate day) {
        Optional<CourtOrder.Ending> ending = Optional.ofNullable(endsOn)
                .filter(end -> !end.isAfter(day))
                .map(end -> new CourtOrder.Ending(new DocketDate(end, endsAs), path(endedBy)));
        return new CourtOrder(path(entry), type, new DocketDate(startsOn, startsAs), ending);
    }

    private String path(String key) {
        return "/v1/disputes/" + dispute + "/docket/" + key;
    }
}
