package io.cumulo.investments.ledger;

import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.clock.RecordClock;
import io.cumulo.kit.page.PageRequest;
import io.cumulo.kit.problem.Problem;
import io.cumulo.kit.stream.ListFormat;
import io.cumulo.kit.stream.Lists;
import io.cumulo.kit.write.Answer;
import io.cumulo.kit.write.Writes;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
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
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The journal. */
@Path("/v1/ledger/transactions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
public class LedgerResource {

    private final Journal journal;
    private final Ledger ledger;
    private final Reversals reversals;
    private final RecordClock clock;
    private final Writes writes;
    private final Lists lists;

    LedgerResource(Journal journal, Ledger ledger, Reversals reversals, RecordClock clock, Writes writes, Lists lists) {
        this.journal = journal;
        this.ledger = ledger;
        this.reversals = reversals;
        this.clock = clock;
        this.writes = writes;
        this.lists = lists;
    }

    /** What answers a transaction that was just posted: 201 with it, and where it is read. */
    public static Answer posted(Transaction transaction) {
        return new Answer(201, transaction, Map.of("Location", "/v1/ledger/transactions/" + transaction.id()));
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListFormat.NDJSON_TYPE, ListFormat.CSV_TYPE})
    @Operation(
            summary =
                    "The transactions that were known and had taken effect at a moment, in the order of their recording")
    @APIResponseSchema(Transaction.class)
    public Uni<Response> transactions(
            @BeanParam JournalFilter filter, @BeanParam Clocks clocks, @BeanParam PageRequest page) {
        JournalFilter.Condition condition = filter.condition();
        return lists.answer(condition.name(), clocks.moment(), page, (moment, after, limit) -> clock.settled(moment)
                .chain(settled -> journal.page(condition, settled, after, limit)));
    }

    @GET
    @Path("{transaction}")
    @WithSession
    @Operation(summary = "One transaction with its postings")
    public Uni<Transaction> transaction(@PathParam("transaction") String id, @BeanParam Clocks clocks) {
        return clock.settled(clocks.moment())
                .chain(moment -> journal.find(id, moment))
                .map(found -> found.orElseThrow(
                        () -> Problem.NOT_FOUND.because("No transaction " + id + " was recorded at that moment")));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Posts a transaction on accounts that belong to no feature: all postings or none")
    @APIResponseSchema(Transaction.class)
    public Uni<Response> post(PostedTransaction posted) {
        NewTransaction transaction = posted.toTransaction();
        return writes.repeatable(() -> reversals
                .requireReplaceable(transaction.replaces(), Optional.empty(), transaction.accounts())
                .chain(() -> ledger.post(transaction, writes.editor()))
                .map(LedgerResource::posted));
    }

    @POST
    @Path("{transaction}/reversal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Undoes a transaction that was a mistake; both stay")
    @APIResponseSchema(Transaction.class)
    public Uni<Response> reverse(@PathParam("transaction") String id, Reversal reversal) {
        return writes.repeatable(
                () -> reversals.reverse(id, reversal, writes.editor()).map(LedgerResource::posted));
    }
}
