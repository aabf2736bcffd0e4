package io.cumulo.investments.analysis;

import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** By what commitments are put together; by currency they always are, unless one is asked for. */
enum Grouping {
    COMPANY,
    CATEGORY,
    YEAR,
    CURRENCY;

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when one of the words is none, or all are missing */
    static Set<Grouping> of(String words, boolean byCurrency) {
        Set<Grouping> asked = byCurrency ? EnumSet.of(CURRENCY) : EnumSet.noneOf(Grouping.class);
        for (String word : words == null ? new String[] {""} : words.split(",", -1)) {
            asked.add(Arrays.stream(values())
                    .filter(known -> known.text().equals(word))
                    .findFirst()
                    .orElseThrow(Grouping::unknown));
        }
        return asked;
    }

    private static RuntimeException unknown() {
        return Problem.INVALID_PARAMETER.because(
                "The commitments can't be grouped so",
                List.of(Fault.parameter(
                        "groupBy",
                        "must be some of "
                                + Arrays.stream(values()).map(Grouping::text).collect(Collectors.joining(","))
                                + ", joined by commas")));
    }

    private String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
