package io.cumulo.kit.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.kit.storage.UniqueIds;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes events into the transaction of what they tell about: both are committed or neither. */
@ApplicationScoped
public class Outbox {

    private final ObjectMapper mapper;

    public Outbox(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Records an event in the current transaction.
     *
     * @param type such as {@code companies.role.corrected}
     * @param subject path of the resource it is about, below {@code /v1}
     * @param data the event's payload, as JSON
     */
    public Uni<Void> publish(String type, String subject, Object data) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into outbox (id, type, subject, data)
                                values (:id, :type, :subject, cast(cast(:data as text) as jsonb))
                                """)
                        .setParameter("id", UniqueIds.next())
                        .setParameter("type", type)
                        .setParameter("subject", subject)
                        .setParameter("data", json(data))
                        .executeUpdate())
                .replaceWithVoid();
    }

    private String json(Object data) {
        try {
            return mapper.writeValueAsString(data);
        } catch (JsonProcessingException unserialisable) {
            throw new IllegalArgumentException("an event's data must be JSON", unserialisable);
        }
    }
}
