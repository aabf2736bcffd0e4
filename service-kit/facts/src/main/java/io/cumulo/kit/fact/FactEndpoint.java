package io.cumulo.kit.fact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.page.Cursor;
import io.cumulo.kit.page.Page;
import io.cumulo.kit.page.PageRequest;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import io.cumulo.kit.stream.Chunks;
import io.cumulo.kit.stream.Lists;
import io.cumulo.kit.value.Key;
import io.cumulo.kit.write.Answer;
import io.cumulo.kit.write.EntityTag;
import io.cumulo.kit.write.Precondition;
import io.cumulo.kit.write.Writes;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** The life of a kind of fact as HTTP: status codes, conditional requests, pages and links, the same for every kind. */
public final class FactEndpoint<B extends FactBody, V extends FactVersion<B>> {

    private final FactLife<B, V> life;
    private final Writes writes;
    private final Lists lists;
    private final ObjectMapper mapper;
    private final HttpHeaders headers;
    private final UriInfo uri;

    FactEndpoint(
            FactLife<B, V> life, Writes writes, Lists lists, ObjectMapper mapper, HttpHeaders headers, UriInfo uri) {
        this.life = life;
        this.writes = writes;
        this.lists = lists;
        this.mapper = mapper;
        this.headers = headers;
        this.uri = uri;
    }

    /** 200 with the fact and its ETag, 304 when the client has it, 404 when none holds at the moment. */
    public Uni<Response> one(String subject, String id, Moment moment) {
        return one(subject, id, moment, fact -> Uni.createFrom().item(fact));
    }

    /** As {@link #one(String, String, Moment)}, with what the kind adds to the answer. */
    public Uni<Response> one(String subject, String id, Moment moment, Function<Fact<B>, Uni<?>> completed) {
        return Panache.withSession(() -> life.at(subject, id, moment).chain(found -> {
            Shown<B> shown = found.orElseThrow(
                    () -> Problem.NOT_FOUND.because("Nothing named " + id + " is recorded that held on " + moment.asOf()
                            + moment.knownAt()
                                    .map(instant -> ", as known at " + instant)
                                    .orElse("")));
            return completed
                    .apply(shown.fact())
                    .map(entity -> conditional(tag(shown.etag(), shown.fact(), entity), entity));
        }));
    }

    /** What a kind adds to its facts changes without them, so it takes part in the tag. */
    private EntityTag tag(EntityTag fact, Object plain, Object entity) {
        return entity == plain ? fact : fact.showing(json(entity));
    }

    private byte[] json(Object entity) {
        try {
            return mapper.writeValueAsBytes(entity);
        } catch (JsonProcessingException unserialisable) {
            throw new IllegalStateException(unserialisable);
        }
    }

    private Response conditional(EntityTag etag, Object entity) {
        boolean known = etag.isNamedBy(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH));
        return (known ? Response.notModified() : Response.ok(entity))
                .header(HttpHeaders.ETAG, etag.value())
                .build();
    }

    /**
     * 200 with a page of the facts that hold at the moment, and a link to the next; or with all of them, a line for each, as known at one instant,
     * for a client that takes NDJSON or CSV.
     */
    public Uni<Response> list(FactFilter filter, Moment moment, PageRequest request) {
        return list(filter, moment, request, page -> Uni.createFrom().item(page));
    }

    /** As {@link #list(FactFilter, Moment, PageRequest)}, with what the kind adds to the answer, for the whole page at once. */
    public Uni<Response> list(
            FactFilter filter,
            Moment moment,
            PageRequest request,
            Function<Page<Fact<B>>, Uni<? extends Page<?>>> completed) {
        return lists.answer(filter.name(), moment, request, (at, after, limit) -> life.list(filter, at, after, limit)
                .chain(page -> completed.apply(page.map(FactVersion::toFact))));
    }

    /** As {@link #list(FactFilter, Moment, PageRequest)}, of facts about several subjects: each as the function shows it beside what it is about. */
    Uni<Response> list(FactFilter filter, Moment moment, PageRequest request, BiFunction<String, Fact<B>, ?> shown) {
        return lists.answer(filter.name(), moment, request, (at, after, limit) -> life.list(filter, at, after, limit)
                .map(page -> page.map(version -> shown.apply(version.subject(), version.toFact()))));
    }

    /** How many items an answer holds at most: a page of them, or all where the client takes a stream. */
    public long most(PageRequest request) {
        return lists.most(request);
    }

    /** 200 with what was found, as the client takes it. */
    public Response listed(Page<?> found) {
        return lists.listed(found);
    }

    /** 200 with the versions recorded up to the moment, 404 when there is none. */
    public Uni<Response> history(String subject, String id, Moment moment) {
        return Panache.withSession(() -> life.recorded(subject, id, moment).map(recorded -> {
            if (recorded.versions().isEmpty()) {
                throw Problem.NOT_FOUND.because("Nothing named " + id + " was recorded");
            }
            return Response.ok(FactHistory.of(recorded, moment, mapper)).build();
        }));
    }

    /** 201 for a new fact, 200 for a new version or when nothing changed; 412, 422, 428 as the conventions say. */
    public Uni<Response> put(String subject, String id, Asserted<B> asserted) {
        return put(subject, id, asserted, written -> Uni.createFrom().item(written.fact()));
    }

    /** As {@link #put(String, String, Asserted)}, with the kind's own effects, in the same transaction, and its answer. */
    public Uni<Response> put(String subject, String id, Asserted<B> asserted, Function<Written<B>, Uni<?>> completed) {
        Precondition precondition = Precondition.of(headers);
        requireKey(id);
        return writes.conditional(() -> life.put(subject, id, asserted, precondition, writes.editor())
                .chain(written -> completed.apply(written).map(entity -> answer(written, entity, uri.getPath()))));
    }

    /** 201 for a new fact under the given key, with the kind's own effects and its answer; honours Idempotency-Key. */
    public Uni<Response> post(String subject, String id, Asserted<B> asserted, Function<Written<B>, Uni<?>> completed) {
        return post(subject, id, asserted, completed, uri.getPath() + "/" + id);
    }

    private Uni<Response> post(
            String subject, String id, Asserted<B> asserted, Function<Written<B>, Uni<?>> completed, String location) {
        return writes.repeatable(() -> life.put(subject, id, asserted, new Precondition.Absent(), writes.editor())
                .chain(written -> completed.apply(written).map(entity -> answer(written, entity, location))));
    }

    /** As {@link #post(String, String, Asserted)}, of the only fact of its kind about the subject: it stands where it was posted. */
    public Uni<Response> postHere(String subject, String id, Asserted<B> asserted) {
        return post(subject, id, asserted, written -> Uni.createFrom().item(written.fact()), uri.getPath());
    }

    /** As {@link #post(String, String, Asserted, Function)} without anything of the kind's own. */
    public Uni<Response> post(String subject, String id, Asserted<B> asserted) {
        return post(subject, id, asserted, written -> Uni.createFrom().item(written.fact()));
    }

    /** Records what a file says, within the current transaction. */
    public Uni<Written<B>> takeIn(String subject, String id, List<Asserted<B>> asserted, String editor) {
        requireKey(id);
        return life.takeIn(subject, id, asserted, editor);
    }

    /** As {@link #takeIn(String, String, List, String)}, for many facts of a file. */
    public Uni<List<Written<B>>> takeIn(List<Told<B>> facts, String editor) {
        facts.forEach(told -> requireKey(told.id()));
        return life.takeIn(facts, editor);
    }

    /** Whether the fact was ever recorded; within the current transaction. */
    Uni<Boolean> isRecorded(String subject, String id) {
        return life.exists(subject, id);
    }

    /** All facts of the kind that hold at the moment, of whatever subject, chunk after chunk. */
    Multi<List<KeptFact<B>>> all(Moment moment) {
        FactFilter every = FactFilter.all();
        return chunks(every.name(), (after, limit) -> life.list(every, moment, after, limit));
    }

    /** All that stood at the moment's knownAt, of whatever subject and whatever time it tells of, chunk after chunk. */
    public Multi<List<KeptFact<B>>> ever(Moment moment) {
        return chunks(FactLife.EVERY_TIME, (after, limit) -> life.standing(moment, after, limit));
    }

    private Multi<List<KeptFact<B>>> chunks(String list, BiFunction<Optional<Cursor>, Integer, Uni<Page<V>>> pages) {
        Chunks.Reader<KeptFact<B>> reader = (next, limit) -> kept(() -> pages.apply(Cursor.decode(list, next), limit));
        return kept(() -> pages.apply(Optional.empty(), Chunks.size(Long.MAX_VALUE)))
                .onItem()
                .transformToMulti(first -> Multi.createBy()
                        .concatenating()
                        .streams(Multi.createFrom().item(first.items()), Chunks.after(first, Long.MAX_VALUE, reader)));
    }

    private Uni<Page<KeptFact<B>>> kept(Supplier<Uni<Page<V>>> page) {
        return Panache.withSession(() ->
                page.get().map(found -> found.map(version -> new KeptFact<>(version.subject(), version.toFact()))));
    }

    /** 200 with the fact as retracted; honours Idempotency-Key. */
    public Uni<Response> retract(String subject, String id, Retraction retraction) {
        return retract(subject, id, retraction, written -> Uni.createFrom().item(written.fact()));
    }

    /** As {@link #retract(String, String, Retraction)}, with the kind's own effects, in the same transaction, and its answer. */
    public Uni<Response> retract(
            String subject, String id, Retraction retraction, Function<Written<B>, Uni<?>> completed) {
        return writes.repeatable(() -> life.retract(subject, id, retraction, writes.editor())
                .chain(written -> completed.apply(written).map(entity -> answer(written, entity, uri.getPath()))));
    }

    private static void requireKey(String id) {
        if (id.length() > Key.MAX_LENGTH || !id.matches(Key.PATTERN)) {
            throw Problem.INVALID_PARAMETER.because(
                    "Nothing can be recorded under this key", List.of(Fault.parameter("id", Key.RULE)));
        }
    }

    private Answer answer(Written<B> written, Object entity, String location) {
        String etag = tag(written.etag(), written.fact(), entity).value();
        return written.outcome() == Written.Outcome.CREATED
                ? Answer.created(location, etag, entity)
                : Answer.ok(etag, entity);
    }
}
