package io.cumulo.gateway.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import io.cumulo.gateway.upstream.GatewayProblem;
import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.problem.Problem;
import io.cumulo.kit.value.Key;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Everything about one company in one answer, each figure with its source. */
@Path("/v1/dossiers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dossiers")
public class DossierResource {

    private final Gathering gathering;
    private final DossierLimits limits;

    DossierResource(Gathering gathering, DossierLimits limits) {
        this.gathering = gathering;
        this.limits = limits;
    }

    @GET
    @Path("{company}")
    @Operation(
            summary = "A company, its money, contracts and disputes, and those of its units and brands",
            description = "What a service didn't answer in time is named in `incomplete`; the rest is served.")
    public Uni<JsonNode> dossier(@PathParam("company") @Key String company, @BeanParam Clocks clocks) {
        Question question = Question.of(company, clocks.moment(), limits.deadline());
        return gathering
                .gather(question)
                .onFailure(Unread.class)
                .transform(failure -> withoutProfile(company, (Unread) failure))
                .map(parts -> Dossier.of(question, parts));
    }

    /** Without the company itself there is nothing to show. */
    private static HttpProblem withoutProfile(String company, Unread failure) {
        return switch (failure.reason()) {
            case NOT_FOUND -> Problem.NOT_FOUND.because("No company " + company + " is recorded for this moment");
            case TIMEOUT -> GatewayProblem.UPSTREAM_TOO_SLOW.because("The companies service didn't answer in time");
            case NOT_YET_SETTLED -> later(Problem.NOT_YET_SETTLED.builder("knownAt is too recent: ask again"));
            case UNAVAILABLE, REFUSED, UNREADABLE ->
                later(Problem.UPSTREAM_UNAVAILABLE.builder("The companies service can't be asked at the moment"));
        };
    }

    private static HttpProblem later(HttpProblem.Builder problem) {
        return problem.withHeader("Retry-After", 1).build();
    }
}
