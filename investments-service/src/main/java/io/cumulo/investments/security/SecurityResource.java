package io.cumulo.investments.security;

import io.cumulo.kit.page.Page;
import io.cumulo.kit.problem.Problem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the ledger has of the securities that were ordered in a dispute. The moves themselves, on both clocks, are on the dispute's docket. */
@Path("/v1/ledger/securities/{dispute}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
public class SecurityResource {

    private final SecurityLedger securities;

    SecurityResource(SecurityLedger securities) {
        this.securities = securities;
    }

    @GET
    @WithSession
    @Operation(
            summary =
                    "The moves of a dispute's securities that this service was told of, each with its transaction or why"
                            + " there is none; on one page. 404 where it was told of none")
    public Uni<Page<BookedMove>> moves(@PathParam("dispute") String dispute) {
        return securities.of(dispute).map(moves -> {
            if (moves.isEmpty()) {
                throw Problem.NOT_FOUND.because("The ledger was told of no security in a dispute " + dispute);
            }
            return new Page<>(moves, Optional.empty());
        });
    }
}
