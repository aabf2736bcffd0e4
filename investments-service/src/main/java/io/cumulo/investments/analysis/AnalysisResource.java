package io.cumulo.investments.analysis;

import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.clock.RecordClock;
import io.cumulo.kit.page.Cursor;
import io.cumulo.kit.page.Page;
import io.cumulo.kit.page.PageRequest;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What commitments come to. */
@Path("/v1/analysis")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Analysis")
public class AnalysisResource {

    private final CommitmentAnalysis analysis;
    private final RecordClock clock;

    AnalysisResource(CommitmentAnalysis analysis, RecordClock clock) {
        this.analysis = analysis;
        this.clock = clock;
    }

    @GET
    @Path("commitments")
    @WithSession
    @Operation(summary = "Pledged, spent and outstanding, for each group of the commitments that stand at a moment")
    public Uni<Page<CommitmentGroup>> commitments(
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
        Optional<Cursor> after = page.cursor(list);
        int limit = page.limit();
        return clock.settled(clocks.moment())
                .chain(moment -> analysis.groups(by, moment, after, limit + 1))
                .map(found -> Page.cut(found, limit, last -> CommitmentAnalysis.position(list, last)));
    }
}
