package io.cumulo.companies.search;

import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import java.util.List;

/** What somebody typed to be searched for. */
public final class SearchText {

    private static final int MAX_LENGTH = 300;

    private SearchText() {}

    /**
     * The text, when it can be searched for.
     *
     * @param parameter in which it came
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when it is empty, too long, or holds what no name holds
     */
    public static String checked(String parameter, String text) {
        if (text == null || text.isBlank()) {
            throw refused(parameter, "must not be empty");
        }
        if (text.length() > MAX_LENGTH) {
            throw refused(parameter, "must be at most " + MAX_LENGTH + " characters long");
        }
        if (text.codePoints().anyMatch(SearchText::isNoText)) {
            throw refused(parameter, "must not hold control characters or broken ones");
        }
        return text;
    }

    private static boolean isNoText(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
    }

    private static RuntimeException refused(String parameter, String detail) {
        return Problem.INVALID_PARAMETER.because(
                "This can't be searched for", List.of(Fault.parameter(parameter, detail)));
    }
}
