package io.cumulo.investments.analysis;

import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.clock.RecordClock;
import io.cumulo.kit.page.Page;
import io.cumulo.kit.page.PageRequest;
import io.cumulo.kit.stream.ListFormat;
import io.cumulo.kit.stream.Lists;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What commitments come to. */
@Path("/v1/analysis")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Analysis")
public class AnalysisResource {

    private final CommitmentAnalysis analysis;
    private final RecordClock clock;
    private final Lists lists;

    AnalysisResource(CommitmentAnalysis analysis, RecordClock clock, Lists lists) {
        this.analysis = analysis;
        this.clock = clock;
        this.lists = lists;
    }

    @GET
    @Path("commitments")
    @Produces({MediaType.APPLICATION_JSON, ListFormat.NDJSON_TYPE, ListFormat.CSV_TYPE})
    @Operation(summary = "Pledged, spent and outstanding, for each group of the commitments that stand at a moment")
    @APIResponseSchema(CommitmentGroup.class)
    public Uni<Response> commitments(
            @QueryParam("groupBy")
                    @Parameter(
                            required = true,
                            description =
                                    "Some of company, category, year (of the announcement) and currency, joined by commas; currencies are always kept apart.",
                            example = "company,year")
                    String groupBy,
            @BeanParam Clocks clocks,
            @BeanParam PageRequest page) {
        Set<Grouping> by = Grouping.of(groupBy);
        String list = "analysis " + by;
        return lists.answer(list, clocks.moment(), page, (moment, after, limit) -> clock.settled(moment)
                .chain(settled -> analysis.groups(by, settled, after, limit + 1))
                .map(found -> Page.cut(found, limit, last -> CommitmentAnalysis.position(list, last))));
    }
}
