package io.cumulo.companies.merge;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.Asserted;
import io.cumulo.kit.fact.Extent;
import io.cumulo.kit.fact.FactEndpoint;
import io.cumulo.kit.fact.FactKind;
import io.cumulo.kit.fact.Facts;
import io.cumulo.kit.fact.FiledFact;
import io.cumulo.kit.fact.KeptFact;
import io.cumulo.kit.fact.Retraction;
import io.cumulo.kit.fact.Told;
import io.cumulo.kit.fact.Written;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import io.cumulo.kit.request.JsonBinder;
import io.smallrye.mutiny.Multi;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The merger of a company's record into another's; taken back, both stand for themselves again. */
@Path("/v1/companies/{company}/merge")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Companies")
public class MergeResource {

    /** The key of a record's merger: it has one. */
    public static final String KEY = "merge";

    private static final Type ASSERTED = new TypeReference<Asserted<Merger>>() {}.getType();

    private final FactEndpoint<Merger, MergerVersion> endpoint;

    public MergeResource(Facts facts, MergeRules rules) {
        this.endpoint = facts.endpoint(facts.life(new FactKind<>(
                "companies.merge",
                MergerVersion.class,
                MergerVersion::new,
                Extent.EPISODE,
                (company, key, merger) -> rules.check(company, merger))));
    }

    /** Records what a file says of mergers, as PUTs would; within the current transaction. What each came to, in the same order. */
    public Uni<List<Written<Merger>>> takeIn(List<FiledFact> mergers, JsonBinder binder, String editor) {
        JavaType type = binder.typeOf(ASSERTED, getClass());
        List<Told<Merger>> told = mergers.stream()
                .map(fact -> new Told<Merger>(fact.subject(), fact.id(), binder.bind(fact.body(), type)))
                .toList();
        told.forEach(merger -> requireNoValidity(merger.asserted()));
        return endpoint.takeIn(told, editor);
    }

    /** All mergers that stood at the moment's knownAt, chunk after chunk. */
    public Multi<List<KeptFact<Merger>>> all(Moment moment) {
        return endpoint.ever(moment);
    }

    @GET
    @Operation(summary = "Into which record this one was merged, and why")
    public Uni<Response> one(@PathParam("company") String company, @BeanParam Clocks clocks) {
        return endpoint.one(company, KEY, clocks.moment());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Merges this record into another: found to be one company")
    public Uni<Response> post(@PathParam("company") String company, Asserted<Merger> merger) {
        requireNoValidity(merger);
        return endpoint.postHere(company, KEY, merger);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Merges this record again after that was taken back")
    public Uni<Response> put(@PathParam("company") String company, Asserted<Merger> merger) {
        requireNoValidity(merger);
        return endpoint.put(company, KEY, merger);
    }

    @GET
    @Path("history")
    @Operation(summary = "Every merger of this record, and every time it was taken back")
    public Uni<Response> history(@PathParam("company") String company, @BeanParam Clocks clocks) {
        return endpoint.history(company, KEY, clocks.moment());
    }

    @POST
    @Path("retraction")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Takes the merger back: both records stand for themselves again")
    public Uni<Response> retract(@PathParam("company") String company, Retraction retraction) {
        return endpoint.retract(company, KEY, retraction);
    }

    /** Two records of one company always were of one company; that companies merged is an event and a relationship. */
    private static void requireNoValidity(Asserted<Merger> merger) {
        if (merger.assertion().validFrom() != null || merger.assertion().validTo() != null) {
            throw Problem.INVALID_BODY.because(
                    "A merger of records holds whenever it is known",
                    List.of(Fault.at("/validFrom", "must not be stated, nor validTo")));
        }
    }
}
