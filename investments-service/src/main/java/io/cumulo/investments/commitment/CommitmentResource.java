package io.cumulo.investments.commitment;

import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.Extent;
import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.fact.FactKind;
import io.cumulo.kit.fact.Facts;
import io.cumulo.kit.fact.RecordResource;
import io.cumulo.kit.fact.Written;
import io.cumulo.kit.page.PageRequest;
import io.cumulo.kit.write.Writes;
import io.cumulo.kit.stream.ListFormat;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What companies have announced that they will spend, and what became of it. */
@Path("/v1/commitments")
@Tag(name = "Commitments")
public class CommitmentResource extends RecordResource<Commitment, CommitmentVersion> {

    private final Pledges pledges;
    private final Writes writes;

    public CommitmentResource(Facts facts, CommitmentRules rules, Pledges pledges, Writes writes) {
        super(facts.endpoint(facts.life(new FactKind<>(
                "investments.commitment", CommitmentVersion.class, CommitmentVersion::new, Extent.EPISODE, rules))));
        this.pledges = pledges;
        this.writes = writes;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListFormat.NDJSON_TYPE, ListFormat.CSV_TYPE})
    @Operation(summary = "The commitments of a moment, each with its position")
    public Uni<Response> list(
            @BeanParam CommitmentFilter filter, @BeanParam Clocks clocks, @BeanParam PageRequest page) {
        return list(filter.toFilter(), clocks.moment(), page);
    }

    @Override
    protected Uni<Void> recorded(Written<Commitment> written) {
        return pledges.post(written.fact(), writes.editor());
    }

    @Override
    protected Uni<List<ShownCommitment>> completed(List<Fact<Commitment>> commitments, Moment moment) {
        return pledges.shown(commitments, moment);
    }
}
