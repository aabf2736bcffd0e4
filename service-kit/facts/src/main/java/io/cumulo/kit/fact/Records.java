package io.cumulo.kit.fact;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.page.Page;
import io.cumulo.kit.page.PageRequest;
import io.cumulo.kit.request.JsonBinder;
import io.cumulo.kit.storage.UniqueIds;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Facts that stand for themselves, but for the way to ask for one of them: a kind that takes parameters of its own there declares it; any other is a
 * {@link RecordResource}.
 *
 * @param <B> the kind's own members
 */
@Produces(MediaType.APPLICATION_JSON)
public abstract class Records<B extends FactBody, V extends FactVersion<B>> {

    private final Type asserted = new TypeReference<Asserted<B>>() {}.getType();
    private final FactEndpoint<B, V> endpoint;

    protected Records(FactEndpoint<B, V> endpoint) {
        this.endpoint = endpoint;
    }

    /** The facts with what others say of them at the moment, in the same order; for a whole page at once. */
    protected Uni<? extends List<?>> completed(List<Fact<B>> facts, Moment moment) {
        return Uni.createFrom().item(facts);
    }

    /** The key under which the fact goes on at the moment, where it was found to be another. */
    protected Uni<String> current(String id, Moment moment) {
        return Uni.createFrom().item(id);
    }

    /** What follows from a write, in its transaction. */
    protected Uni<Void> recorded(Written<B> written) {
        return Uni.createFrom().voidItem();
    }

    /** The key of a fact whose client chose none. */
    protected String newKey(B body) {
        return UniqueIds.next().toString();
    }

    /** Records what a file says, as a PUT would; within the current transaction. */
    public final Uni<Written<B>> takeIn(String id, byte[] body, JsonBinder binder, String editor) {
        return takeIn(id, List.of(body), binder, editor);
    }

    /**
     * Records what a file says of several times, all of it at one instant of record time; within the current transaction.
     *
     * @param bodies as PUTs would have them, of which no two hold on the same day, the latest last
     */
    public final Uni<Written<B>> takeIn(String id, List<byte[]> bodies, JsonBinder binder, String editor) {
        List<Asserted<B>> told = bodies.stream()
                .map(body -> binder.<Asserted<B>>bind(body, binder.typeOf(asserted, getClass())))
                .toList();
        return endpoint.takeIn(id, id, told, editor).call(this::recorded);
    }

    /** Records what a file says of many, each as a PUT would; within the current transaction. What each came to, in the same order. */
    public final Uni<List<Written<B>>> takeIn(List<FiledFact> facts, JsonBinder binder, String editor) {
        JavaType type = binder.typeOf(asserted, getClass());
        return endpoint.takeIn(
                        facts.stream()
                                .map(fact -> new Told<B>(fact.subject(), fact.id(), binder.bind(fact.body(), type)))
                                .toList(),
                        editor)
                .call(written -> Multi.createFrom()
                        .iterable(written)
                        .onItem()
                        .transformToUniAndConcatenate(this::recorded)
                        .collect()
                        .asList());
    }

    /** Whether the fact was ever recorded; within the current transaction. */
    public final Uni<Boolean> isRecorded(String id) {
        return endpoint.isRecorded(id, id);
    }

    /** All facts of the kind that hold at the moment, chunk after chunk. */
    public final Multi<List<KeptFact<B>>> all(Moment moment) {
        return endpoint.all(moment);
    }

    /** All that stood at the moment's knownAt, whatever time it tells of, chunk after chunk. */
    public final Multi<List<KeptFact<B>>> ever(Moment moment) {
        return endpoint.ever(moment);
    }

    /** A page of the facts that pass the filter. */
    protected final Uni<Response> list(FactFilter filter, Moment moment, PageRequest page) {
        return list(filter, moment, page, facts -> completed(facts, moment));
    }

    /** A page of the facts that pass the filter, each with what the function says of it. */
    protected final Uni<Response> list(
            FactFilter filter,
            Moment moment,
            PageRequest page,
            Function<List<Fact<B>>, Uni<? extends List<?>>> completed) {
        return endpoint.list(filter, moment, page, found -> completed
                .apply(found.items())
                .map(items -> new Page<>(items, found.next())));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Records a fact under a key of the service's making")
    public Uni<Response> post(Asserted<B> asserted) {
        String id = newKey(asserted.body());
        return endpoint.post(id, id, asserted, this::answer);
    }

    /** A fact as it holds at a moment, with what others say of it. */
    protected final Uni<Response> one(
            String id, Moment moment, Function<List<Fact<B>>, Uni<? extends List<?>>> completed) {
        return current(id, moment)
                .chain(key -> endpoint.one(key, key, moment, fact -> first(completed.apply(List.of(fact))))
                        .map(answer -> key.equals(id) ? answer : standingAt(key, answer)));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Records a fact under the client's key, or a new version of it")
    public Uni<Response> put(@PathParam("id") String id, Asserted<B> asserted) {
        return endpoint.put(id, id, asserted, this::answer);
    }

    @GET
    @Path("{id}/history")
    @Operation(summary = "Every version of a fact, and what each changed")
    public Uni<Response> history(@PathParam("id") String id, @BeanParam Clocks clocks) {
        return endpoint.history(id, id, clocks.moment());
    }

    @POST
    @Path("{id}/retraction")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Takes a fact back; it stays readable")
    public Uni<Response> retract(@PathParam("id") String id, Retraction retraction) {
        return endpoint.retract(id, id, retraction, this::answer);
    }

    /** Beside the address that was asked (RFC 9110, 8.7). */
    private static Response standingAt(String key, Response answer) {
        return Response.fromResponse(answer)
                .header(HttpHeaders.CONTENT_LOCATION, key)
                .build();
    }

    private Uni<?> answer(Written<B> written) {
        return recorded(written)
                .chain(() -> first(completed(List.of(written.fact()), Moment.of(LocalDate.now(ZoneOffset.UTC)))));
    }

    private static Uni<?> first(Uni<? extends List<?>> completed) {
        return completed.map(items -> items.get(0));
    }
}
