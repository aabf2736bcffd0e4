package io.cumulo.investments.ledger;

import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** As what the journal can be taken away. */
enum ExportFormat {
    /** The API's transactions, one in a line. */
    NDJSON("ndjson"),
    /** One line for each posting (RFC 4180). */
    CSV("csv"),
    /** A journal of hledger. */
    HLEDGER("journal"),
    /** A ledger of Beancount. */
    BEANCOUNT("beancount");

    private final String extension;

    ExportFormat(String extension) {
        this.extension = extension;
    }

    /** Of a file's name, without the dot. */
    String extension() {
        return extension;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when it is none of them, or null */
    static ExportFormat of(String text) {
        return Arrays.stream(values())
                .filter(format -> format.text().equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.INVALID_PARAMETER.because(
                        "The journal can't be exported so",
                        List.of(Fault.parameter(
                                "format",
                                "must be one of "
                                        + Arrays.stream(values())
                                                .map(ExportFormat::text)
                                                .collect(Collectors.joining(", "))))));
    }

    private String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
