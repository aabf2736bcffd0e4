package io.cumulo.investments.commitment;

import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.Asserted;
import io.cumulo.kit.fact.Extent;
import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.fact.FactEndpoint;
import io.cumulo.kit.fact.FactKind;
import io.cumulo.kit.fact.Facts;
import io.cumulo.kit.fact.Retraction;
import io.cumulo.kit.fact.Written;
import io.cumulo.kit.page.Page;
import io.cumulo.kit.page.PageRequest;
import io.cumulo.kit.storage.UniqueIds;
import io.cumulo.kit.write.Writes;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What companies have announced that they will spend, and what became of it. */
@Path("/v1/commitments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Commitments")
public class CommitmentResource {

    private final FactEndpoint<Commitment, CommitmentVersion> endpoint;
    private final Pledges pledges;
    private final Writes writes;

    public CommitmentResource(Facts facts, CommitmentRules rules, Pledges pledges, Writes writes) {
        this.endpoint = facts.endpoint(facts.life(new FactKind<>(
                "investments.commitment", CommitmentVersion.class, CommitmentVersion::new, Extent.EPISODE, rules)));
        this.pledges = pledges;
        this.writes = writes;
    }

    @GET
    @Operation(operationId = "listCommitments", summary = "The commitments of a moment, each with its position")
    public Uni<Response> list(
            @BeanParam CommitmentFilter filter, @BeanParam Clocks clocks, @BeanParam PageRequest page) {
        Moment moment = clocks.moment();
        return endpoint.list(filter.toFilter(), moment, page, found -> pledges.shown(found.items(), moment)
                .map(items -> new Page<>(items, found.next())));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createCommitment", summary = "Records a commitment and posts its pledge")
    public Uni<Response> post(Asserted<Commitment> commitment) {
        String id = UniqueIds.next().toString();
        return endpoint.post(id, id, commitment, this::pledge);
    }

    @GET
    @Path("{commitment}")
    @Operation(operationId = "getCommitment", summary = "A commitment at a moment, with its position")
    public Uni<Response> one(@PathParam("commitment") String commitment, @BeanParam Clocks clocks) {
        Moment moment = clocks.moment();
        return endpoint.one(commitment, commitment, moment, fact -> shown(fact, moment));
    }

    @PUT
    @Path("{commitment}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putCommitment",
            summary = "Records a commitment and posts its pledge, or corrects what is said of it beside its money")
    public Uni<Response> put(@PathParam("commitment") String commitment, Asserted<Commitment> asserted) {
        return endpoint.put(commitment, commitment, asserted, this::pledge);
    }

    @GET
    @Path("{commitment}/history")
    @Operation(operationId = "getCommitmentHistory", summary = "Every version of a commitment, and what each changed")
    public Uni<Response> history(@PathParam("commitment") String commitment, @BeanParam Clocks clocks) {
        return endpoint.history(commitment, commitment, clocks.moment());
    }

    @POST
    @Path("{commitment}/retraction")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "retractCommitment",
            summary = "Takes a commitment back; it stays readable, and so does its money")
    public Uni<Response> retract(@PathParam("commitment") String commitment, Retraction retraction) {
        return endpoint.retract(commitment, commitment, retraction, written -> shown(written.fact(), today()));
    }

    private Uni<ShownCommitment> pledge(Written<Commitment> written) {
        return pledges.post(written.fact(), writes.editor()).chain(() -> shown(written.fact(), today()));
    }

    private Uni<ShownCommitment> shown(Fact<Commitment> commitment, Moment moment) {
        return pledges.shown(List.of(commitment), moment).map(items -> items.get(0));
    }

    private static Moment today() {
        return Moment.of(LocalDate.now(ZoneOffset.UTC));
    }
}
