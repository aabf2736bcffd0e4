package io.cumulo.kit.accept;

import io.cumulo.kit.problem.FailureAnswers;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * Reads the Accept headers before all that would read them each in its own way, and leaves one in plain words: frameworks fail over those that
 * are empty, and over empty members.
 */
@ApplicationScoped
class AcceptCheck {

    /** Between cross-origin use (300) and whatever answers. */
    private static final int BEFORE_ANSWERS = 290;

    private final FailureAnswers answers;

    AcceptCheck(FailureAnswers answers) {
        this.answers = answers;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_ANSWERS);
    }

    private void check(RoutingContext context) {
        MultiMap headers = context.request().headers();
        if (headers.contains(HttpHeaders.ACCEPT)) {
            try {
                headers.set(
                        HttpHeaders.ACCEPT,
                        Accepted.of(headers.getAll(HttpHeaders.ACCEPT)).toString());
            } catch (IllegalArgumentException malformed) {
                answers.send(
                        context,
                        Problem.INVALID_PARAMETER.because(
                                "The Accept header can't be read",
                                List.of(Fault.header(
                                        "Accept",
                                        "must be a list of media ranges such as application/json, text/*;q=0.5"))));
                return;
            }
        }
        context.next();
    }
}
