package io.cumulo.investments.commitment;

import io.cumulo.investments.company.CompanyKeys;
import io.cumulo.investments.ledger.LedgerResource;
import io.cumulo.investments.ledger.Transaction;
import io.cumulo.investments.ledger.TransactionKind;
import io.cumulo.investments.rates.TargetCurrency;
import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.fact.Facts;
import io.cumulo.kit.fact.Records;
import io.cumulo.kit.fact.Written;
import io.cumulo.kit.page.PageRequest;
import io.cumulo.kit.stream.ListFormat;
import io.cumulo.kit.write.Writes;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What companies have announced that they will spend, and what became of it. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/commitments")
@Tag(name = "Commitments")
public class CommitmentResource extends Records<Commitment, CommitmentVersion> {

    private final Pledges pledges;
    private final Positions positions;
    private final Movements movements;
    private final Writes writes;
    private final CompanyKeys keys;

    CommitmentResource(
            Facts facts,
            CommitmentRules rules,
            Pledges pledges,
            Positions positions,
            Movements movements,
            Writes writes,
            CompanyKeys keys) {
        super(facts.endpoint(facts.life(rules.kind())));
        this.pledges = pledges;
        this.positions = positions;
        this.movements = movements;
        this.writes = writes;
        this.keys = keys;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListFormat.NDJSON_TYPE, ListFormat.CSV_TYPE})
    @Operation(summary = "The commitments of a moment, each with its position")
    public Uni<Response> list(
            @BeanParam CommitmentFilter filter,
            @BeanParam TargetCurrency target,
            @BeanParam Clocks clocks,
            @BeanParam PageRequest page) {
        Moment moment = clocks.moment();
        Optional<String> in = target.currency();
        return keys.allKeys(filter.company, moment)
                .chain(companies ->
                        list(filter.toFilter(companies), moment, page, facts -> positions.shown(facts, moment, in)));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A commitment as it holds at a moment, with its position")
    public Uni<Response> one(@PathParam("id") String id, @BeanParam TargetCurrency target, @BeanParam Clocks clocks) {
        Moment moment = clocks.moment();
        Optional<String> in = target.currency();
        return one(id, moment, facts -> positions.shown(facts, moment, in));
    }

    @POST
    @Path("{id}/revisions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "The pledge grows, or shrinks by an amount below zero")
    @APIResponseSchema(Transaction.class)
    public Uni<Response> revise(@PathParam("id") String id, Movement movement) {
        return move(TransactionKind.REVISION, id, movement);
    }

    @POST
    @Path("{id}/allocations")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "A part of the pledge is set aside for a category")
    @APIResponseSchema(Transaction.class)
    public Uni<Response> allocate(@PathParam("id") String id, Movement movement) {
        return move(TransactionKind.ALLOCATION, id, movement);
    }

    @POST
    @Path("{id}/disbursements")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Money is spent: what was set aside for the category first, then what wasn't set aside; never more than is pledged")
    @APIResponseSchema(Transaction.class)
    public Uni<Response> disburse(@PathParam("id") String id, Movement movement) {
        return move(TransactionKind.DISBURSEMENT, id, movement);
    }

    @POST
    @Path("{id}/cancellations")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "A part of the pledge, or of what was set aside for a category, will not be spent")
    @APIResponseSchema(Transaction.class)
    public Uni<Response> cancel(@PathParam("id") String id, Movement movement) {
        return move(TransactionKind.CANCELLATION, id, movement);
    }

    private Uni<Response> move(TransactionKind kind, String id, Movement movement) {
        return writes.repeatable(
                () -> movements.post(kind, id, movement, writes.editor()).map(LedgerResource::posted));
    }

    @Override
    protected Uni<Void> recorded(Written<Commitment> written) {
        return pledges.follow(written.fact(), written.editor());
    }

    @Override
    protected Uni<List<ShownCommitment>> completed(List<Fact<Commitment>> commitments, Moment moment) {
        return positions.shown(commitments, moment);
    }
}
