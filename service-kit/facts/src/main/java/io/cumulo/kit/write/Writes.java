package io.cumulo.kit.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.kit.request.RequestBody;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The one way to write: effect, event and the record of the request in one database transaction; the answer is turned into bytes before the
 * commit, so what is acknowledged is what is stored.
 */
@ApplicationScoped
public class Writes {

    private final ObjectMapper mapper;
    private final WriteTurns turns;
    private final IdempotencyStore store;
    private final RequestBody body;
    private final SecurityIdentity identity;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    @Context
    Request request;

    public Writes(
            ObjectMapper mapper,
            WriteTurns turns,
            IdempotencyStore store,
            RequestBody body,
            SecurityIdentity identity) {
        this.mapper = mapper;
        this.turns = turns;
        this.store = store;
        this.body = body;
        this.identity = identity;
    }

    /** Who is writing. */
    public String editor() {
        return identity.getPrincipal().getName();
    }

    /** A conditional write: repeating it is answered by its precondition. */
    public Uni<Response> conditional(Supplier<Uni<Answer>> effect) {
        return inTransaction(() -> effect.get().map(this::bytes)).map(answer -> answer.toResponse(false));
    }

    /** A write that honours Idempotency-Key: the same request gets the first answer, byte for byte. */
    public Uni<Response> repeatable(Supplier<Uni<Answer>> effect) {
        Optional<IdempotencyKey> key = IdempotencyKey.of(
                headers.getHeaderString("Idempotency-Key"),
                editor(),
                request.getMethod() + " " + uri.getPath(),
                body.sha256());
        return key.isEmpty()
                ? conditional(effect)
                : inTransaction(() -> store.claim(key.get())
                        .chain(() -> store.find(key.get()))
                        .chain(found -> found.isPresent()
                                ? Uni.createFrom().item(found.get().toResponse(true))
                                : first(key.get(), effect)));
    }

    private <T> Uni<T> inTransaction(Supplier<Uni<T>> work) {
        return turns.<T>inTurn(() -> Panache.withTransaction(work));
    }

    private Uni<Response> first(IdempotencyKey key, Supplier<Uni<Answer>> effect) {
        return effect.get()
                .map(this::bytes)
                .call(answer -> store.store(key, answer))
                .map(answer -> answer.toResponse(false));
    }

    private StoredAnswer bytes(Answer answer) {
        try {
            return new StoredAnswer(answer.status(), answer.headers(), mapper.writeValueAsBytes(answer.entity()));
        } catch (JsonProcessingException unserialisable) {
            throw new IllegalStateException(unserialisable);
        }
    }
}
