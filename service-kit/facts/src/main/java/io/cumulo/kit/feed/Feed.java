package io.cumulo.kit.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.kit.page.Cursor;
import io.cumulo.kit.page.Page;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads the outbox in an order that never skips: (transaction, number), and only what is older than every transaction still open.
 */
@ApplicationScoped
public class Feed {

    private static final String QUERY = """
            select cast(cast(xid as text) as bigint), number, id, type, subject, recorded_at, cast(data as text)
            from outbox
            where xid < pg_snapshot_xmin(pg_current_snapshot())
              and (xid, number) > (cast(:xid as xid8), :number)
            order by xid, number
            limit :limit
            """;

    private final ObjectMapper mapper;
    private final String source;

    public Feed(ObjectMapper mapper, @ConfigProperty(name = "quarkus.application.name") String application) {
        this.mapper = mapper;
        this.source = "/" + application;
    }

    /** The events that follow a position, oldest first; {@code next} is always given: it is the position to go on from. */
    public Uni<Page<CloudEvent>> after(Optional<Cursor> position, int limit) {
        String xid = position.map(cursor -> String.valueOf(cursor.number(0))).orElse("0");
        long number = position.map(cursor -> cursor.number(1)).orElse(0L);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(QUERY, Object[].class)
                        .setParameter("xid", xid)
                        .setParameter("number", number)
                        .setParameter("limit", limit)
                        .getResultList())
                .map(rows -> page(rows, Cursor.of("feed", xid, String.valueOf(number))));
    }

    private Page<CloudEvent> page(List<Object[]> rows, Cursor standing) {
        Cursor reached = rows.isEmpty()
                ? standing
                : Cursor.of(
                        "feed",
                        String.valueOf(rows.get(rows.size() - 1)[0]),
                        String.valueOf(rows.get(rows.size() - 1)[1]));
        return new Page<>(rows.stream().map(this::event).toList(), Optional.of(reached.encoded()));
    }

    private CloudEvent event(Object[] row) {
        try {
            return CloudEvent.of(
                    (UUID) row[2], source, (String) row[3], (String) row[4], instant(row[5]), mapper.readTree((String)
                            row[6]));
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("event " + row[2] + " isn't JSON", corrupt);
        }
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime moment ? moment.toInstant() : (Instant) value;
    }
}
