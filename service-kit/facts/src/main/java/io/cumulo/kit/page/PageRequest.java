package io.cumulo.kit.page;

import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which page of a list: {@code limit} (1–500, default 50) and {@code cursor} (from the page before). */
public class PageRequest {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;

    @QueryParam("limit")
    @Parameter(
            description = "How many items at most.",
            schema =
                    @Schema(
                            type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.INTEGER,
                            minimum = "1",
                            maximum = "500",
                            defaultValue = "50"))
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "Where to go on: `next` of the page before.")
    String cursor;

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when it is no number between 1 and 500 */
    public int limit() {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (limit.matches("[0-9]{1,3}")) {
            int asked = Integer.parseInt(limit);
            if (asked >= 1 && asked <= MAX_LIMIT) {
                return asked;
            }
        }
        throw Problem.INVALID_PARAMETER.because(
                "The page can't be given",
                List.of(Fault.parameter("limit", "must be a whole number from 1 to " + MAX_LIMIT)));
    }

    /** How many items a list has at most that isn't cut into pages: all, unless a limit is given. */
    public long most() {
        return limit == null ? Long.MAX_VALUE : limit();
    }

    /**
     * The position to go on from; empty for the first page.
     *
     * @param list names the list and its filters: a cursor of another list is refused
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when it is no cursor of this list
     */
    public Optional<Cursor> cursor(String list) {
        if (cursor == null) {
            return Optional.empty();
        }
        Optional<Cursor> decoded = Cursor.decode(list, cursor);
        if (decoded.isEmpty()) {
            throw Cursor.refused();
        }
        return decoded;
    }
}
