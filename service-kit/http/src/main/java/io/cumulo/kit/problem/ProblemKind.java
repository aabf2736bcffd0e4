package io.cumulo.kit.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.util.List;

/**
 * An entry of a catalogue of problems (RFC 9457): what can go wrong, with which status. Each service has one enum that implements it; what all
 * services share is in {@link Problem}.
 */
public interface ProblemKind {

    /** The constant's name: it gives the {@code type}. */
    String name();

    /** HTTP status code. */
    int status();

    /** Short, the same for every occurrence. */
    String title();

    /** {@code urn:cumulo:problem:} and the constant's name in kebab-case. */
    default URI type() {
        return URI.create("urn:cumulo:problem:"
                + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }

    /** The exception that answers this problem. */
    default HttpProblem because(String detail) {
        return builder(detail).build();
    }

    /** The exception that answers this problem and lists everything that is wrong. */
    default HttpProblem because(String detail, List<Fault> faults) {
        return builder(detail).with("errors", faults).build();
    }

    /** For problems with members of their own. */
    default HttpProblem.Builder builder(String detail) {
        return HttpProblem.builder()
                .withType(type())
                .withTitle(title())
                .withStatus(status())
                .withDetail(detail);
    }
}
