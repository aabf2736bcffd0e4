package io.cumulo.disputes.contract;

import io.cumulo.kit.fact.Extent;
import io.cumulo.kit.fact.FactKind;
import io.cumulo.kit.fact.FactResource;
import io.cumulo.kit.fact.Facts;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is to be reached in the course of a contract, and what was. */
@Path("/v1/contracts/{subject}/milestones")
@Tag(name = "Contracts")
public class MilestoneResource extends FactResource<Milestone, MilestoneVersion> {

    public MilestoneResource(Facts facts, KnownContracts contracts) {
        super(
                facts.endpoint(facts.life(new FactKind<>(
                        "disputes.milestone",
                        MilestoneVersion.class,
                        MilestoneVersion::new,
                        Extent.EPISODE,
                        (contract, id, milestone) ->
                                contracts.requireSubject(contract).replaceWith(List.of())))),
                KnownContracts.RECORDED);
    }
}
