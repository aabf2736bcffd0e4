package io.cumulo.companies.search;

import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import java.util.List;
import java.util.Optional;

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
        Optional<String> fault = text == null ? Optional.of("is needed") : fault(text);
        fault.ifPresent(detail -> {
            throw Problem.INVALID_PARAMETER.because(
                    "This can't be searched for", List.of(Fault.parameter(parameter, detail)));
        });
        return text;
    }

    /** What is wrong with a text that somebody wants to search by; empty when nothing is. */
    static Optional<String> fault(String text) {
        if (text.isBlank()) {
            return Optional.of("must not be empty");
        }
        if (text.codePointCount(0, text.length()) > MAX_LENGTH) {
            return Optional.of("must be at most " + MAX_LENGTH + " characters long");
        }
        return text.codePoints().anyMatch(SearchText::isNoText)
                ? Optional.of("must not hold control characters or broken ones")
                : Optional.empty();
    }

    private static boolean isNoText(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
    }
}
