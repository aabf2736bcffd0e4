package io.cumulo.kit.fact;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.kit.clock.RecordClock;
import io.cumulo.kit.feed.Outbox;
import io.cumulo.kit.storage.JsonRows;
import io.cumulo.kit.stream.Lists;
import io.cumulo.kit.write.Writes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

/** Gives each kind of fact its life and its face in HTTP. */
@ApplicationScoped
public class Facts {

    private final Outbox outbox;
    private final RecordClock clock;
    private final Writes writes;
    private final Lists lists;
    private final JsonRows rows;
    private final ObjectMapper mapper;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    public Facts(Outbox outbox, RecordClock clock, Writes writes, Lists lists, JsonRows rows, ObjectMapper mapper) {
        this.outbox = outbox;
        this.clock = clock;
        this.writes = writes;
        this.lists = lists;
        this.rows = rows;
        this.mapper = mapper;
    }

    public <B extends FactBody, V extends FactVersion<B>> FactLife<B, V> life(FactKind<B, V> kind) {
        return new FactLife<>(kind, outbox, clock, rows);
    }

    public <B extends FactBody, V extends FactVersion<B>> FactEndpoint<B, V> endpoint(FactLife<B, V> life) {
        return new FactEndpoint<>(life, writes, lists, mapper, headers, uri);
    }
}
