package io.cumulo.companies.search;

import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What somebody has typed so far: {@code prefix} (1–300 characters) and {@code limit} (1–20, default 10). */
public class Typed {

    private static final int DEFAULT_LIMIT = 10;
    private static final int MAX_LIMIT = 20;

    @QueryParam("prefix")
    @Parameter(description = "What was typed so far.", required = true, example = "alib")
    String prefix;

    @QueryParam("limit")
    @Parameter(
            description = "How many companies at most.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "20", defaultValue = "10"))
    String limit;

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when it can't be searched for */
    String text() {
        return SearchText.checked("prefix", prefix);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when it is no number between 1 and 20 */
    int limit() {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        int asked = limit.matches("[0-9]{1,2}") ? Integer.parseInt(limit) : 0;
        if (asked < 1 || asked > MAX_LIMIT) {
            throw Problem.INVALID_PARAMETER.because(
                    "Nothing can be suggested",
                    List.of(Fault.parameter("limit", "must be a whole number from 1 to " + MAX_LIMIT)));
        }
        return asked;
    }
}
