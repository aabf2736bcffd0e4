package io.cumulo.disputes.dispute;

import io.cumulo.disputes.docket.RecordedDockets;
import io.cumulo.disputes.docket.SuspensionNews;
import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.Asserted;
import io.cumulo.kit.fact.Extent;
import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.fact.FactEndpoint;
import io.cumulo.kit.fact.FactKind;
import io.cumulo.kit.fact.Facts;
import io.cumulo.kit.fact.Retraction;
import io.cumulo.kit.page.Page;
import io.cumulo.kit.page.PageRequest;
import io.cumulo.kit.storage.UniqueIds;
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

/** Disputes before courts and review bodies. */
@Path("/v1/disputes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Disputes")
public class DisputeResource {

    private final FactEndpoint<Dispute, DisputeVersion> endpoint;
    private final RecordedDockets dockets;
    private final SuspensionNews news;

    /** A dispute is one episode: what changes in its course stands on the docket, a new version sets right what was said of it. */
    public DisputeResource(Facts facts, DisputeRules rules, RecordedDockets dockets, SuspensionNews news) {
        this.endpoint = facts.endpoint(facts.life(
                new FactKind<>("disputes.dispute", DisputeVersion.class, DisputeVersion::new, Extent.EPISODE, rules)));
        this.dockets = dockets;
        this.news = news;
    }

    @GET
    @Operation(operationId = "listDisputes", summary = "The disputes as they stood at a moment")
    public Uni<Response> list(@BeanParam DisputeFilter filter, @BeanParam Clocks clocks, @BeanParam PageRequest page) {
        Moment moment = clocks.moment();
        return endpoint.list(filter.toFilter(moment), moment, page, found -> shown(found.items(), moment)
                .map(items -> new Page<>(items, found.next())));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createDispute", summary = "Records a dispute under a key of the service's making")
    public Uni<Response> post(Asserted<Dispute> dispute) {
        String id = UniqueIds.next().toString();
        return endpoint.post(id, id, dispute, written -> shown(written.fact(), today()));
    }

    @GET
    @Path("{dispute}")
    @Operation(operationId = "getDispute", summary = "A dispute as it stood at a moment")
    public Uni<Response> one(@PathParam("dispute") String dispute, @BeanParam Clocks clocks) {
        Moment moment = clocks.moment();
        return endpoint.one(dispute, dispute, moment, fact -> shown(fact, moment));
    }

    @PUT
    @Path("{dispute}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putDispute", summary = "Records a dispute, or a new version of it")
    public Uni<Response> put(@PathParam("dispute") String dispute, Asserted<Dispute> asserted) {
        return endpoint.put(
                dispute, dispute, asserted, written -> news.tell(dispute).chain(() -> shown(written.fact(), today())));
    }

    @GET
    @Path("{dispute}/history")
    @Operation(operationId = "getDisputeHistory", summary = "Every version of a dispute, and what each changed")
    public Uni<Response> history(@PathParam("dispute") String dispute, @BeanParam Clocks clocks) {
        return endpoint.history(dispute, dispute, clocks.moment());
    }

    @POST
    @Path("{dispute}/retraction")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "retractDispute", summary = "Takes a dispute back; it stays readable")
    public Uni<Response> retract(@PathParam("dispute") String dispute, Retraction retraction) {
        return endpoint.retract(dispute, dispute, retraction, written -> news.tell(dispute)
                .chain(() -> shown(written.fact(), today())));
    }

    private Uni<ShownDispute> shown(Fact<Dispute> dispute, Moment moment) {
        return shown(List.of(dispute), moment).map(items -> items.get(0));
    }

    private Uni<List<ShownDispute>> shown(List<Fact<Dispute>> disputes, Moment moment) {
        return dockets.states(disputes.stream().map(Fact::id).toList(), moment).map(states -> disputes.stream()
                .map(dispute -> ShownDispute.of(dispute, states.get(dispute.id())))
                .toList());
    }

    private static Moment today() {
        return Moment.of(LocalDate.now(ZoneOffset.UTC));
    }
}
