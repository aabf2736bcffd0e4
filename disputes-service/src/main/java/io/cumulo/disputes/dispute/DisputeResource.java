package io.cumulo.disputes.dispute;

import io.cumulo.disputes.docket.RecordedDockets;
import io.cumulo.disputes.docket.SuspensionNews;
import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.Extent;
import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.fact.FactKind;
import io.cumulo.kit.fact.Facts;
import io.cumulo.kit.fact.RecordResource;
import io.cumulo.kit.fact.Written;
import io.cumulo.kit.page.PageRequest;
import io.cumulo.kit.stream.ListFormat;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Disputes before courts and review bodies. */
@Path("/v1/disputes")
@Tag(name = "Disputes")
public class DisputeResource extends RecordResource<Dispute, DisputeVersion> {

    private final RecordedDockets dockets;
    private final SuspensionNews news;

    /** A dispute is one episode: what changes in its course stands on the docket, a new version sets right what was said of it. */
    public DisputeResource(Facts facts, DisputeRules rules, RecordedDockets dockets, SuspensionNews news) {
        super(facts.endpoint(facts.life(
                new FactKind<>("disputes.dispute", DisputeVersion.class, DisputeVersion::new, Extent.EPISODE, rules))));
        this.dockets = dockets;
        this.news = news;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListFormat.NDJSON_TYPE, ListFormat.CSV_TYPE})
    @Operation(summary = "The disputes as they stood at a moment")
    public Uni<Response> list(@BeanParam DisputeFilter filter, @BeanParam Clocks clocks, @BeanParam PageRequest page) {
        Moment moment = clocks.moment();
        return list(filter.toFilter(moment), moment, page);
    }

    /** A dispute that is retracted, or proves to be about another contract, changes which contracts are suspended. */
    @Override
    protected Uni<Void> recorded(Written<Dispute> written) {
        return news.tell(written.fact().id());
    }

    @Override
    protected Uni<List<ShownDispute>> completed(List<Fact<Dispute>> disputes, Moment moment) {
        return dockets.states(disputes.stream().map(Fact::id).toList(), moment).map(states -> disputes.stream()
                .map(dispute -> ShownDispute.of(dispute, states.get(dispute.id())))
                .toList());
    }
}
