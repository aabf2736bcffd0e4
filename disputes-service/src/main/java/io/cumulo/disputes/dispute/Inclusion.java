package io.cumulo.disputes.dispute;

import io.cumulo.kit.page.PageRequest;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What is told with a dispute beside itself. */
public class Inclusion {

    /** The first entries of a docket; the others follow by the cursor. */
    static final int ENTRIES = 100;

    private static final int MAX_DISPUTES = 50;

    @QueryParam("include")
    @Parameter(
            description = "`docket`: with the first " + ENTRIES
                    + " entries of each docket, and in `docketNext` a cursor of the docket's own list"
                    + " where there are more; on pages of " + MAX_DISPUTES + " disputes at most.",
            schema = @Schema(enumeration = "docket"))
    String include;

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for what can't be told with a dispute */
    boolean hasDocket() {
        if (include != null && !include.equals("docket")) {
            throw Problem.INVALID_PARAMETER.because(
                    "The dispute can't be told so", List.of(Fault.parameter("include", "must be docket")));
        }
        return include != null;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for more disputes than are told with their dockets */
    boolean hasDocket(PageRequest page) {
        if (hasDocket() && page.limit() > MAX_DISPUTES) {
            throw Problem.INVALID_PARAMETER.because(
                    "The page can't be given",
                    List.of(Fault.parameter(
                            "limit", "must be " + MAX_DISPUTES + " at most where dockets are included")));
        }
        return hasDocket();
    }
}
