package io.cumulo.gateway.dossier;

import io.cumulo.gateway.reading.Deadline;
import io.cumulo.kit.clock.Moment;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a dossier is asked for.
 *
 * @param company key of the company
 * @param selection which sections
 * @param in the currency that amounts are also wanted in
 * @param deadline about which moment, and until when
 */
record Question(String company, Selection selection, Optional<String> in, Deadline deadline) {

    Moment moment() {
        return deadline.moment();
    }

    String clocks() {
        return deadline.clocks();
    }

    /** A query string that asks about several companies at once. */
    static String about(Collection<String> companies) {
        return companies.stream()
                .map(company -> "company=" + Deadline.encoded(company))
                .collect(Collectors.joining("&"));
    }
}
