package io.cumulo.disputes.docket;

import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.clock.RecordClock;
import io.cumulo.kit.page.Page;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The securities (bonds) that were ordered in a dispute. */
@Path("/v1/disputes/{dispute}/securities")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dockets")
public class SecurityResource {

    private final FiledDisputes disputes;
    private final RecordedDockets dockets;
    private final RecordClock clock;

    public SecurityResource(FiledDisputes disputes, RecordedDockets dockets, RecordClock clock) {
        this.disputes = disputes;
        this.dockets = dockets;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "The securities of a dispute, each with its moves, on one page")
    public Uni<Page<ShownSecurity>> list(@PathParam("dispute") String dispute, @BeanParam Clocks clocks) {
        Moment moment = clocks.moment();
        return Panache.withSession(() -> clock.settled(moment)
                .call(settled -> disputes.requireKnown(dispute, settled))
                .chain(settled -> dockets.states(List.of(dispute), settled))
                .map(states -> new Page<>(ShownSecurity.allOf(dispute, states.get(dispute)), Optional.empty())));
    }
}
