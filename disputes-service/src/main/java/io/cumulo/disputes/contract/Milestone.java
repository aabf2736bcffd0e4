package io.cumulo.disputes.contract;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cumulo.kit.fact.FactBody;
import io.cumulo.kit.value.About;
import io.cumulo.kit.value.PartialDate;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Something that is to be reached in the course of a contract.
 *
 * @param number what the buyer's files call it
 * @param title as printed
 * @param description as printed
 * @param type of event, by the words of OCDS: preProcurement, engagement, delivery, financing, …
 * @param stage in which it is to be reached; null: while the contract runs
 * @param dueOn when it is due, as precisely as known
 * @param metOn when it was met, as precisely as known
 * @param status how it stands
 */
@Embeddable
public record Milestone(
        @Size(max = 300) String number,
        @NotBlank @Size(max = 2000) String title,
        @Size(max = 4000) String description,
        @Size(max = 100) String type,
        @Enumerated(EnumType.STRING) Stage stage,
        PartialDate dueOn,
        PartialDate metOn,
        @NotNull @Enumerated(EnumType.STRING) MilestoneStatus status)
        implements FactBody {

    @JsonIgnore
    @About("metOn")
    @AssertTrue(message = "metOn is the day on which the milestone was met; its status says that it wasn't")
    public boolean isMetWhenDated() {
        return metOn == null || status == MilestoneStatus.MET || status == MilestoneStatus.PARTIALLY_MET;
    }
}
