package io.cumulo.gateway.dossier;

import io.cumulo.gateway.caching.EntityTags;
import io.cumulo.gateway.reading.Deadline;
import io.cumulo.gateway.reading.ReadingLimits;
import io.cumulo.gateway.reading.Unread;
import io.cumulo.gateway.upstream.GatewayProblem;
import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.encoding.Gzip;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import io.cumulo.kit.value.Key;
import io.cumulo.kit.value.Money;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Everything about one company in one answer, each figure with its source. */
@Path("/v1/dossiers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dossiers")
public class DossierResource {

    private final KeptDossiers kept;
    private final ReadingLimits limits;

    DossierResource(KeptDossiers kept, ReadingLimits limits) {
        this.kept = kept;
        this.limits = limits;
    }

    @GET
    @Path("{company}")
    @Operation(
            summary = "A company, its money, contracts and disputes, and those of its units and brands",
            description = "What a service didn't answer in time is named in `incomplete`; the rest is served.")
    @APIResponse(
            responseCode = "200",
            description = "What could be read",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Dossier")))
    @APIResponse(responseCode = "304", description = "It is the one that the client has (If-None-Match)")
    public Uni<Response> dossier(
            @PathParam("company") String company,
            @QueryParam("sections")
                    @Parameter(
                            description =
                                    "Only these, joined by commas; default: all. `timeline` and `sources` are those of the lists asked for beside them.",
                            example = "commitments,contracts,timeline")
                    String sections,
            @QueryParam("in")
                    @Parameter(
                            description =
                                    "A currency (ISO 4217) in which commitments and spending are also told, at the ECB's reference rates.",
                            schema = @Schema(type = SchemaType.STRING, pattern = "^[A-Z]{3}$"),
                            example = "EUR")
                    String in,
            @BeanParam Clocks clocks,
            @Context HttpHeaders headers) {
        Question question = new Question(
                key(company), Selection.of(sections), currency(in), Deadline.of(clocks.moment(), limits.deadline()));
        return kept.dossier(question)
                .onFailure(Unread.class)
                .transform(failure -> withoutProfile(company, (Unread) failure))
                .map(composed -> answer(composed, headers));
    }

    /** What is incomplete now may be complete when it is asked for again. */
    private static Response answer(Composed composed, HttpHeaders headers) {
        boolean coded = Gzip.isTaken(headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        if (!composed.complete()) {
            return sent(composed, coded)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        }
        String condition = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        String codedTag = Gzip.tag(composed.tag());
        boolean known = EntityTags.names(condition, composed.tag());
        boolean knownCoded = EntityTags.names(condition, codedTag);
        return (known || knownCoded ? varied(Response.notModified()) : sent(composed, coded))
                .header(HttpHeaders.ETAG, (known == knownCoded ? coded : knownCoded) ? codedTag : composed.tag())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    private static Response.ResponseBuilder sent(Composed composed, boolean coded) {
        return varied(
                coded
                        ? Response.ok(composed.coded()).header(HttpHeaders.CONTENT_ENCODING, Gzip.NAME)
                        : Response.ok(composed.json()));
    }

    private static Response.ResponseBuilder varied(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }

    private static String key(String company) {
        if (company.length() > Key.MAX_LENGTH || !company.matches(Key.PATTERN)) {
            throw Problem.INVALID_PARAMETER.because(
                    "No company can have this key", List.of(Fault.parameter("company", Key.RULE)));
        }
        return company;
    }

    private static Optional<String> currency(String in) {
        if (in == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Money.of("0", in).currency());
        } catch (IllegalArgumentException unknown) {
            throw Problem.INVALID_PARAMETER.because(
                    "The amounts can't be told so", List.of(Fault.parameter("in", unknown.getMessage())));
        }
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
