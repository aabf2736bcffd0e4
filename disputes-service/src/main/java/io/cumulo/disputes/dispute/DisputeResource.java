package io.cumulo.disputes.dispute;

import com.fasterxml.jackson.core.type.TypeReference;
import io.cumulo.disputes.company.CompanyKeys;
import io.cumulo.disputes.docket.DocketEffects;
import io.cumulo.disputes.docket.RecordedDockets;
import io.cumulo.disputes.docket.SecurityNews;
import io.cumulo.disputes.docket.SuspensionNews;
import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.Asserted;
import io.cumulo.kit.fact.Extent;
import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.fact.FactKind;
import io.cumulo.kit.fact.FactLife;
import io.cumulo.kit.fact.Facts;
import io.cumulo.kit.fact.Records;
import io.cumulo.kit.fact.Standing;
import io.cumulo.kit.fact.Written;
import io.cumulo.kit.page.PageRequest;
import io.cumulo.kit.request.JsonBinder;
import io.cumulo.kit.stream.ListFormat;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Disputes before courts and review bodies. */
@Path("/v1/disputes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Disputes")
public class DisputeResource extends Records<Dispute, DisputeVersion> {

    private static final Moment NOW = Moment.of(LocalDate.EPOCH);
    private static final Type ASSERTED = new TypeReference<Asserted<Dispute>>() {}.getType();

    private final FactLife<Dispute, DisputeVersion> life;
    private final RecordedDockets dockets;
    private final SuspensionNews suspensions;
    private final SecurityNews securities;
    private final Appeals appeals;
    private final CompanyKeys keys;

    /** A dispute is one episode: what changes in its course stands on the docket, a new version sets right what was said of it. */
    @Inject
    public DisputeResource(
            Facts facts,
            DisputeRules rules,
            RecordedDockets dockets,
            SuspensionNews suspensions,
            SecurityNews securities,
            Appeals appeals,
            CompanyKeys keys) {
        this(
                facts,
                facts.life(new FactKind<>(
                        "disputes.dispute", DisputeVersion.class, DisputeVersion::new, Extent.EPISODE, rules)),
                dockets,
                suspensions,
                securities,
                appeals,
                keys);
    }

    private DisputeResource(
            Facts facts,
            FactLife<Dispute, DisputeVersion> life,
            RecordedDockets dockets,
            SuspensionNews suspensions,
            SecurityNews securities,
            Appeals appeals,
            CompanyKeys keys) {
        super(facts.endpoint(life));
        this.life = life;
        this.dockets = dockets;
        this.suspensions = suspensions;
        this.securities = securities;
        this.appeals = appeals;
        this.keys = keys;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListFormat.NDJSON_TYPE, ListFormat.CSV_TYPE})
    @Operation(summary = "The disputes as they stood at a moment")
    public Uni<Response> list(
            @BeanParam DisputeFilter filter,
            @BeanParam Inclusion inclusion,
            @BeanParam Clocks clocks,
            @BeanParam PageRequest page) {
        Moment moment = clocks.moment();
        boolean withDocket = inclusion.hasDocket(page);
        return keys.keysOfEach(filter.companies(), moment)
                .chain(same ->
                        list(filter.toFilter(same, moment), moment, page, found -> shown(found, moment, withDocket)));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A dispute as it stood at a moment")
    public Uni<Response> one(@PathParam("id") String id, @BeanParam Inclusion inclusion, @BeanParam Clocks clocks) {
        Moment moment = clocks.moment();
        boolean withDocket = inclusion.hasDocket();
        return one(id, moment, found -> shown(found, moment, withDocket));
    }

    /**
     * Records what a file says of a dispute; within the current transaction. What it leaves open stays as it stands, and a file that tells what was told
     * before tells nothing new: what an editor has set right since stays.
     *
     * @return whether it is news
     */
    public Uni<Boolean> takeInTold(String id, byte[] body, JsonBinder binder, String editor) {
        Asserted<Dispute> told = binder.bind(body, binder.typeOf(ASSERTED, getClass()));
        return life.lock(id, id)
                .chain(() -> life.history(id, id, NOW))
                .chain(versions -> isOld(versions, told.body())
                        ? Uni.createFrom().item(false)
                        : life.takeIn(id, id, standing -> withWhatStands(told, standing), editor)
                                .call(this::recorded)
                                .map(written -> written.outcome() != Written.Outcome.UNCHANGED));
    }

    private static boolean isOld(List<DisputeVersion> versions, Dispute told) {
        return !versions.isEmpty()
                && versions.get(versions.size() - 1).toFact().standing() != Standing.RETRACTED
                && versions.stream().anyMatch(version -> version.body().says(told));
    }

    private static Asserted<Dispute> withWhatStands(Asserted<Dispute> told, Optional<Dispute> standing) {
        return new Asserted<>(standing.map(told.body()::completedBy).orElse(told.body()), told.assertion());
    }

    /** A dispute that is retracted, or proves to be about another contract, changes which contracts are suspended and what was deposited. */
    @Override
    protected Uni<Void> recorded(Written<Dispute> written) {
        String dispute = written.fact().id();
        return suspensions.tell(dispute).chain(() -> securities.tell(dispute, DocketEffects.word(written.fact())));
    }

    @Override
    protected Uni<List<ShownDispute>> completed(List<Fact<Dispute>> disputes, Moment moment) {
        return shown(disputes, moment, false);
    }

    private Uni<List<ShownDispute>> shown(List<Fact<Dispute>> disputes, Moment moment, boolean withDocket) {
        List<String> ids = disputes.stream().map(Fact::id).toList();
        return appeals.of(ids, moment)
                .chain(above -> withDocket
                        ? dockets.of(ids, moment).map(recorded -> disputes.stream()
                                .map(dispute -> ShownDispute.of(
                                        dispute, recorded.get(dispute.id()), moment.asOf(), above(above, dispute)))
                                .toList())
                        : dockets.states(ids, moment).map(states -> disputes.stream()
                                .map(dispute ->
                                        ShownDispute.of(dispute, states.get(dispute.id()), above(above, dispute)))
                                .toList()));
    }

    private static List<ShownAppeal> above(Map<String, List<ShownAppeal>> appeals, Fact<Dispute> dispute) {
        return appeals.getOrDefault(dispute.id(), List.of());
    }
}
