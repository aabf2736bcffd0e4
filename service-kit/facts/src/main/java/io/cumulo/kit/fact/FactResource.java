package io.cumulo.kit.fact;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.page.PageRequest;
import io.cumulo.kit.request.JsonBinder;
import io.cumulo.kit.storage.UniqueIds;
import io.cumulo.kit.stream.ListFormat;
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
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Facts of one kind about a subject, below {@code …/{subject}/<kind>}. A kind's resource extends it and adds its path.
 *
 * @param <B> the kind's own members
 */
@Produces(MediaType.APPLICATION_JSON)
public abstract class FactResource<B extends FactBody, V extends FactVersion<B>> {

    private final Type asserted = new TypeReference<Asserted<B>>() {}.getType();
    private final FactEndpoint<B, V> endpoint;
    private final Subjects about;

    protected FactResource(FactEndpoint<B, V> endpoint, Subjects about) {
        this.endpoint = endpoint;
        this.about = about;
    }

    /** Records what a file says, as a PUT would; within the current transaction. */
    public final Uni<Written<B>> takeIn(String subject, String id, byte[] body, JsonBinder binder, String editor) {
        return takeIn(List.of(new FiledFact(subject, id, body)), binder, editor).map(written -> written.get(0));
    }

    /** As {@link #takeIn(String, String, byte[], JsonBinder, String)}, for many facts; what each came to, in the same order. */
    public final Uni<List<Written<B>>> takeIn(List<FiledFact> facts, JsonBinder binder, String editor) {
        JavaType type = binder.typeOf(asserted, getClass());
        return endpoint.takeIn(
                facts.stream()
                        .map(fact -> new Told<B>(fact.subject(), fact.id(), binder.bind(fact.body(), type)))
                        .toList(),
                editor);
    }

    /** Whether the fact was ever recorded; within the current transaction. */
    public final Uni<Boolean> isRecorded(String subject, String id) {
        return endpoint.isRecorded(subject, id);
    }

    /** A page of the facts that pass the filter, whatever they are about, each as the function shows it beside its subject. */
    public final Uni<Response> list(
            FactFilter filter, Moment moment, PageRequest page, BiFunction<String, Fact<B>, ?> shown) {
        return endpoint.list(filter, moment, page, shown);
    }

    /** All facts of the kind that hold at the moment, of whatever subject, chunk after chunk. */
    public final Multi<List<KeptFact<B>>> all(Moment moment) {
        return endpoint.all(moment);
    }

    /** All that stood at the moment's knownAt, whatever time it tells of, chunk after chunk. */
    public final Multi<List<KeptFact<B>>> ever(Moment moment) {
        return endpoint.ever(moment);
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListFormat.NDJSON_TYPE, ListFormat.CSV_TYPE})
    @Operation(summary = "The facts that hold at a moment")
    public Uni<Response> list(
            @PathParam("subject") String subject, @BeanParam Clocks clocks, @BeanParam PageRequest page) {
        Moment moment = clocks.moment();
        return subjects(subject, moment)
                .chain(keys -> endpoint.list(
                        FactFilter.about("about " + subject, keys),
                        moment,
                        page,
                        found -> found.items().isEmpty()
                                ? about.require(subject, keys, moment).replaceWith(found)
                                : Uni.createFrom().item(found)));
    }

    /** The keys under which facts about the subject are recorded; of a kind whose subjects may be found to be one, several. */
    protected Uni<Collection<String>> subjects(String subject, Moment moment) {
        return Uni.createFrom().item(List.of(subject));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Asserts a new fact under a key of the service's making")
    public Uni<Response> post(@PathParam("subject") String subject, Asserted<B> asserted) {
        return endpoint.post(subject, UniqueIds.next().toString(), asserted);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A fact as it holds at a moment")
    public Uni<Response> one(
            @PathParam("subject") String subject, @PathParam("id") String id, @BeanParam Clocks clocks) {
        return endpoint.one(subject, id, clocks.moment());
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Asserts a fact under the client's key, or a new version of it")
    public Uni<Response> put(@PathParam("subject") String subject, @PathParam("id") String id, Asserted<B> asserted) {
        return endpoint.put(subject, id, asserted);
    }

    @GET
    @Path("{id}/history")
    @Operation(summary = "Every version of a fact, and what each changed")
    public Uni<Response> history(
            @PathParam("subject") String subject, @PathParam("id") String id, @BeanParam Clocks clocks) {
        return endpoint.history(subject, id, clocks.moment());
    }

    @POST
    @Path("{id}/retraction")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Takes a fact back; it stays readable")
    public Uni<Response> retract(
            @PathParam("subject") String subject, @PathParam("id") String id, Retraction retraction) {
        return endpoint.retract(subject, id, retraction);
    }
}
