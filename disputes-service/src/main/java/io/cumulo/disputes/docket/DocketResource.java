package io.cumulo.disputes.docket;

import com.fasterxml.jackson.core.type.TypeReference;
import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.clock.RecordClock;
import io.cumulo.kit.fact.Asserted;
import io.cumulo.kit.fact.Extent;
import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.fact.FactEndpoint;
import io.cumulo.kit.fact.FactKind;
import io.cumulo.kit.fact.FactLife;
import io.cumulo.kit.fact.Facts;
import io.cumulo.kit.fact.Retraction;
import io.cumulo.kit.fact.Written;
import io.cumulo.kit.page.PageRequest;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import io.cumulo.kit.request.JsonBinder;
import io.cumulo.kit.storage.UniqueIds;
import io.cumulo.kit.stream.ListFormat;
import io.cumulo.kit.stream.Lists;
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
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The docket of a dispute; its state is what the entries make of it. Nothing recorded is ever changed: an entry that proves wrong gets a new
 * version, or is taken back, if what follows it can stand then.
 */
@Path("/v1/disputes/{dispute}/docket")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dockets")
public class DocketResource {

    private static final Type ASSERTED = new TypeReference<Asserted<StatedEntry>>() {}.getType();

    private static final Moment NOW = Moment.of(LocalDate.EPOCH);

    private final FactLife<StatedEntry, EntryVersion> life;
    private final FactEndpoint<StatedEntry, EntryVersion> endpoint;
    private final FiledDisputes disputes;
    private final RecordedDockets dockets;
    private final DocketEffects effects;
    private final RecordClock clock;
    private final Lists lists;

    public DocketResource(
            Facts facts,
            DocketRules rules,
            FiledDisputes disputes,
            RecordedDockets dockets,
            DocketEffects effects,
            RecordClock clock,
            Lists lists) {
        this.life = facts.life(
                new FactKind<>("disputes.docket", EntryVersion.class, EntryVersion::new, Extent.EPISODE, rules));
        this.endpoint = facts.endpoint(life);
        this.disputes = disputes;
        this.dockets = dockets;
        this.effects = effects;
        this.clock = clock;
        this.lists = lists;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListFormat.NDJSON_TYPE, ListFormat.CSV_TYPE})
    @Operation(summary = "The entries until a day, in the order of the docket")
    public Uni<Response> list(
            @PathParam("dispute") String dispute, @BeanParam Clocks clocks, @BeanParam PageRequest page) {
        return lists.answer(
                RecordedDocket.list(dispute), clocks.moment(), page, (moment, after, limit) -> clock.settled(moment)
                        .call(settled -> disputes.requireKnown(dispute, settled))
                        .chain(settled -> dockets.docket(dispute, settled))
                        .map(docket -> docket.page(dispute, moment.asOf(), after, limit)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Adds an entry under a key of the service's making")
    public Uni<Response> post(@PathParam("dispute") String dispute, Asserted<StatedEntry> entry) {
        requireNoValidity(entry);
        return endpoint.post(dispute, UniqueIds.next().toString(), entry, written -> answer(dispute, written));
    }

    @GET
    @Path("{entry}")
    @Operation(summary = "An entry of the docket")
    public Uni<Response> one(
            @PathParam("dispute") String dispute, @PathParam("entry") String entry, @BeanParam Clocks clocks) {
        return endpoint.one(dispute, entry, clocks.moment());
    }

    @PUT
    @Path("{entry}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Adds an entry under the client's key, or corrects the one that is there")
    public Uni<Response> put(
            @PathParam("dispute") String dispute, @PathParam("entry") String entry, Asserted<StatedEntry> asserted) {
        requireNoValidity(asserted);
        return endpoint.put(dispute, entry, asserted, written -> answer(dispute, written));
    }

    @GET
    @Path("{entry}/history")
    @Operation(summary = "Every version of an entry, and what each changed")
    public Uni<Response> history(
            @PathParam("dispute") String dispute, @PathParam("entry") String entry, @BeanParam Clocks clocks) {
        return endpoint.history(dispute, entry, clocks.moment());
    }

    @POST
    @Path("{entry}/retraction")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Takes an entry back; it stays readable under its key")
    public Uni<Response> retract(
            @PathParam("dispute") String dispute, @PathParam("entry") String entry, Retraction retraction) {
        return endpoint.retract(dispute, entry, retraction, written -> answer(dispute, written));
    }

    /**
     * Records what a file says, as a PUT would; within the current transaction. An entry that once stood as the file has it is no news: what an editor has
     * set right since stays.
     *
     * @return whether it is news
     */
    public Uni<Boolean> takeInTold(String dispute, String entry, byte[] body, JsonBinder binder, String editor) {
        Asserted<StatedEntry> told = binder.bind(body, binder.typeOf(ASSERTED, getClass()));
        requireNoValidity(told);
        return life.lock(dispute, entry)
                .chain(() -> life.history(dispute, entry, NOW))
                .chain(versions -> isOld(versions, told.body())
                        ? Uni.createFrom().item(false)
                        : life.takeIn(dispute, entry, told, editor)
                                .call(written -> effects.of(dispute, written))
                                .map(written -> written.outcome() != Written.Outcome.UNCHANGED));
    }

    private static boolean isOld(List<EntryVersion> versions, StatedEntry told) {
        return !versions.isEmpty()
                && !versions.get(versions.size() - 1).isRetracted()
                && versions.stream().anyMatch(version -> version.body.equals(told));
    }

    private Uni<Fact<StatedEntry>> answer(String dispute, Written<StatedEntry> written) {
        return effects.of(dispute, written).replaceWith(written.fact());
    }

    /** An entry holds from its own day on, for ever: an interval of another kind would be recorded and mean nothing. */
    private static void requireNoValidity(Asserted<StatedEntry> entry) {
        List<Fault> faults = new ArrayList<>();
        if (entry.assertion().validFrom() != null
                && !entry.assertion().validFrom().equals(entry.body().on())) {
            faults.add(Fault.at("/validFrom", "an entry holds from the day it is of; leave it out"));
        }
        if (entry.assertion().validTo() != null) {
            faults.add(Fault.at("/validTo", "an entry of a docket never ceases to hold; leave it out"));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalidBody(faults);
        }
    }
}
