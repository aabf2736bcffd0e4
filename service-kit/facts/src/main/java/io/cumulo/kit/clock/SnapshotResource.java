package io.cumulo.kit.clock;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Lets whoever keeps an answer see cheaply whether it still holds. Only writers are given transaction numbers, so PostgreSQL's own snapshot moves when anything is written in the cluster of
 * databases, and not when it is read: it may move though nothing that the answer shows was written, and never the other way round. A restored database may come to the same numbers again, but not
 * by the same server process; and a newer service may show the same facts otherwise.
 */
@Path("/v1/snapshot")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Snapshot")
public class SnapshotResource {

    private static final String QUERY =
            "select concat_ws(' ', extract(epoch from pg_postmaster_start_time()), pg_current_snapshot())";

    private final String version;

    public SnapshotResource(@ConfigProperty(name = "quarkus.application.version") String version) {
        this.version = version;
    }

    @GET
    @Operation(summary = "Changes when anything is recorded")
    public Uni<Snapshot> current() {
        return Panache.withSession(
                        () -> Panache.getSession().chain(session -> session.createNativeQuery(QUERY, String.class)
                                .getSingleResult()))
                .map(snapshot -> new Snapshot(version + " " + snapshot));
    }
}
