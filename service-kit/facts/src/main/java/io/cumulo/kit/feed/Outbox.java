package io.cumulo.kit.feed;

import io.cumulo.kit.storage.JsonRows;
import io.cumulo.kit.storage.UniqueIds;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Writes events into the transaction of what they tell about: both are committed or neither. */
@ApplicationScoped
public class Outbox {

    private final JsonRows rows;

    public Outbox(JsonRows rows) {
        this.rows = rows;
    }

    /**
     * What happened.
     *
     * @param type such as {@code companies.role.corrected}
     * @param subject path of the resource it is about, below {@code /v1}
     * @param data the event's payload, as JSON
     */
    public record Event(String type, String subject, Object data) {}

    private record Row(UUID id, String type, String subject, Object data) {}

    /** Records an event in the current transaction. */
    public Uni<Void> publish(String type, String subject, Object data) {
        return publish(List.of(new Event(type, subject, data)));
    }

    /** Records events in the current transaction, in their order. */
    public Uni<Void> publish(List<Event> events) {
        List<Row> told = events.stream()
                .map(event -> new Row(UniqueIds.next(), event.type(), event.subject(), event.data()))
                .toList();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into outbox (id, type, subject, data)
                                select id, type, subject, data
                                from rows from (jsonb_to_recordset(cast(cast(:events as text) as jsonb))
                                    as (id uuid, type text, subject text, data jsonb)) with ordinality
                                order by ordinality
                                """)
                        .setParameter("events", rows.json(told))
                        .executeUpdate())
                .replaceWithVoid();
    }
}
