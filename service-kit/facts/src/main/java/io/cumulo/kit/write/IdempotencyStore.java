package io.cumulo.kit.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.kit.problem.Problem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** The answers that repeated requests get, kept in the database of their effect. All within the current transaction. */
@ApplicationScoped
public class IdempotencyStore {

    private final ObjectMapper mapper;

    public IdempotencyStore(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Claims the key for this transaction without waiting: 409 while another one holds it. */
    Uni<Void> claim(IdempotencyKey request) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select pg_try_advisory_xact_lock(hashtextextended(:claim, 1))", Boolean.class)
                        .setParameter("claim", request.principal() + "\u001f" + request.key())
                        .getSingleResult())
                .invoke(claimed -> {
                    if (!claimed) {
                        throw Problem.REQUEST_IN_FLIGHT
                                .builder("Its answer will be repeated once it has one; ask again in a second")
                                .withHeader("Retry-After", 1)
                                .build();
                    }
                })
                .replaceWithVoid();
    }

    /** The first answer, if there was one; 422 when the key was used for another request. */
    Uni<Optional<StoredAnswer>> find(IdempotencyKey request) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select route, body_sha256, status, cast(headers as text), body
                                from idempotent_request where principal = :principal and key = :key
                                """, Object[].class)
                        .setParameter("principal", request.principal())
                        .setParameter("key", request.key())
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(found -> read(request, found)));
    }

    private StoredAnswer read(IdempotencyKey request, Object[] row) {
        if (!row[0].equals(request.route()) || !row[1].equals(request.bodySha256())) {
            throw Problem.IDEMPOTENCY_KEY_REUSED.because("It belongs to " + row[0] + " with another body or path");
        }
        try {
            return new StoredAnswer(
                    ((Number) row[2]).intValue(), mapper.readValue((String) row[3], new TypeReference<>() {}), (byte[])
                            row[4]);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("stored headers aren't JSON", corrupt);
        }
    }

    Uni<Void> store(IdempotencyKey request, StoredAnswer answer) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into idempotent_request (principal, key, route, body_sha256, status, headers, body)
                                values (:principal, :key, :route, :hash, :status, cast(cast(:headers as text) as jsonb), :body)
                                """)
                        .setParameter("principal", request.principal())
                        .setParameter("key", request.key())
                        .setParameter("route", request.route())
                        .setParameter("hash", request.bodySha256())
                        .setParameter("status", answer.status())
                        .setParameter("headers", json(answer.headers()))
                        .setParameter("body", answer.body())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private String json(Map<String, String> headers) {
        try {
            return mapper.writeValueAsString(headers);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
