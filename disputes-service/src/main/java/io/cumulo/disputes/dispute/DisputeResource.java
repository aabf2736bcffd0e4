package io.cumulo.disputes.dispute;

import io.cumulo.disputes.company.CompanyKeys;
import io.cumulo.disputes.docket.DocketEffects;
import io.cumulo.disputes.docket.RecordedDockets;
import io.cumulo.disputes.docket.SecurityNews;
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
    private final SuspensionNews suspensions;
    private final SecurityNews securities;
    private final Appeals appeals;
    private final CompanyKeys keys;

    /** A dispute is one episode: what changes in its course stands on the docket, a new version sets right what was said of it. */
    public DisputeResource(
            Facts facts,
            DisputeRules rules,
            RecordedDockets dockets,
            SuspensionNews suspensions,
            SecurityNews securities,
            Appeals appeals,
            CompanyKeys keys) {
        super(facts.endpoint(facts.life(
                new FactKind<>("disputes.dispute", DisputeVersion.class, DisputeVersion::new, Extent.EPISODE, rules))));
        this.dockets = dockets;
        this.suspensions = suspensions;
        this.securities = securities;
        this.appeals = appeals;
        this.keys = keys;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListFormat.NDJSON_TYPE, ListFormat.CSV_TYPE})
    @Operation(summary = "The disputes as they stood at a moment")
    public Uni<Response> list(@BeanParam DisputeFilter filter, @BeanParam Clocks clocks, @BeanParam PageRequest page) {
        Moment moment = clocks.moment();
        return keys.allKeys(filter.company, moment)
                .chain(companies -> list(filter.toFilter(companies, moment), moment, page));
    }

    /** A dispute that is retracted, or proves to be about another contract, changes which contracts are suspended and what was deposited. */
    @Override
    protected Uni<Void> recorded(Written<Dispute> written) {
        String dispute = written.fact().id();
        return suspensions.tell(dispute).chain(() -> securities.tell(dispute, DocketEffects.word(written.fact())));
    }

    @Override
    protected Uni<List<ShownDispute>> completed(List<Fact<Dispute>> disputes, Moment moment) {
        List<String> ids = disputes.stream().map(Fact::id).toList();
        return appeals.of(ids, moment)
                .chain(above -> dockets.states(ids, moment).map(states -> disputes.stream()
                        .map(dispute -> ShownDispute.of(
                                dispute, states.get(dispute.id()), above.getOrDefault(dispute.id(), List.of())))
                        .toList()));
    }
}
