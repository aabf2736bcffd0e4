package io.cumulo.companies.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.companies.exchange.CompanyFacts.PlacedFact;
import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import io.cumulo.kit.stream.ListFormat;
import io.cumulo.kit.stream.Rows;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All that is known of all companies, in one file. A table of the companies alone is their list as CSV. */
@Path("/v1/companies/exports")
@Tag(name = "Exports")
public class CompanyExportResource {

    private static final String OWN = "ndjson";

    private final CompanyFacts facts;
    private final List<ExportFormat> formats;
    private final ObjectMapper mapper;

    CompanyExportResource(CompanyFacts facts, @All List<ExportFormat> formats, ObjectMapper mapper) {
        this.facts = facts;
        this.formats = formats;
        this.mapper = mapper;
    }

    @GET
    @Produces(ListFormat.NDJSON_TYPE)
    @Operation(
            summary = "Every fact about every company as it was at a moment, a line for each",
            description =
                    "`ndjson` can be imported again and tells of every time, so of roles that ended too; with `asOf` only of that day."
                            + " `ftm` is FollowTheMoney's JSON lines: the companies of the day, and whatever they ever were to others."
                            + " Imported again where they are recorded, its entities change nothing: each has an id that begins with `cumulo.`.")
    public Uni<Response> export(
            @QueryParam("format") @Parameter(description = "ndjson (default) or ftm.") String format,
            @BeanParam Clocks clocks) {
        Moment moment = clocks.moment().fixed();
        boolean ofADay = clocks.isOfADay();
        Multi<? extends List<?>> lines = format == null || format.equals(OWN)
                ? facts.all(moment, ofADay, ofADay)
                : lines(known(format), ofADay, moment);
        return Uni.createFrom().item(Rows.of(ListFormat.NDJSON, List.of(), lines, mapper));
    }

    /** Other formats know a company as it is at one time, but since when and until when it was something to another. */
    private Multi<? extends List<?>> lines(ExportFormat format, boolean ofADay, Moment moment) {
        return facts.all(moment, true, ofADay)
                .onItem()
                .transformToUniAndConcatenate(chunk -> format.lines(chunk, moment));
    }

    private ExportFormat known(String name) {
        Optional<ExportFormat> known =
                formats.stream().filter(format -> format.name().equals(name)).findFirst();
        return known.orElseThrow(() -> Problem.INVALID_PARAMETER.because(
                "The companies can't be exported so", List.of(Fault.parameter("format", "must be ndjson or ftm"))));
    }

    /** Another format of lines. */
    public interface ExportFormat {

        /** As clients name it. */
        String name();

        /** The lines that say the same, of companies as they are at the moment; fewer or more. */
        Uni<? extends List<?>> lines(List<PlacedFact> facts, Moment moment);
    }
}
