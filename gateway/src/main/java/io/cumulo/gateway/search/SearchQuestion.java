package io.cumulo.gateway.search;

import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What is searched. */
public class SearchQuestion {

    private static final int LONGEST = 200;
    private static final int MOST = 100;
    private static final int DEFAULT = 20;

    @QueryParam("q")
    @Parameter(
            required = true,
            description = "The words, as somebody writes them; none is an operator.",
            example = "JEDI",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = LONGEST))
    String q;

    @QueryParam("types")
    @Parameter(
            description = "Only these, joined by commas: company, commitment, claim, contract, dispute. Default: all.",
            example = "company,contract")
    String types;

    @QueryParam("limit")
    @Parameter(
            description = "How many items at most.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20"))
    String limit;

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when nothing is asked, or too much */
    String text() {
        if (q == null
                || Words.of(q).all().isEmpty()
                || q.length() > LONGEST
                || q.chars().anyMatch(Character::isISOControl)) {
            throw refused(
                    "q",
                    "must hold a word, and be at most " + LONGEST + " characters, none of them a control character");
        }
        return withoutOperators(q).strip();
    }

    /** Lists leave out what has a word after "-"; here everything is told that has some of the words. */
    private static String withoutOperators(String q) {
        return q.replaceAll("(?<=^|\\s)-+(?=\\S)", "");
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for what is no kind */
    List<Kind> kinds() {
        if (types == null) {
            return List.of(Kind.values());
        }
        List<String> asked = Arrays.asList(types.split(",", -1));
        List<Kind> kinds = Arrays.stream(Kind.values())
                .filter(kind -> asked.contains(kind.wireName()))
                .toList();
        if (kinds.size() != asked.size()) {
            throw refused(
                    "types",
                    "must be some of "
                            + Arrays.stream(Kind.values()).map(Kind::wireName).collect(Collectors.joining(", "))
                            + ", joined by commas");
        }
        return kinds;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when it is no number between 1 and 100 */
    int limit() {
        if (limit == null) {
            return DEFAULT;
        }
        if (limit.matches("[0-9]{1,3}") && Integer.parseInt(limit) >= 1 && Integer.parseInt(limit) <= MOST) {
            return Integer.parseInt(limit);
        }
        throw refused("limit", "must be a whole number from 1 to " + MOST);
    }

    private static RuntimeException refused(String parameter, String detail) {
        return Problem.INVALID_PARAMETER.because(
                "The question can't be asked", List.of(Fault.parameter(parameter, detail)));
    }
}
