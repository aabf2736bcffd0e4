package io.cumulo.gateway.routing;

import io.cumulo.gateway.upstream.GatewayProblem;
import io.cumulo.gateway.upstream.Service;
import io.cumulo.kit.problem.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.concurrent.TimeoutException;

/** Why a service gave no answer, and what the client is told. */
final class OriginFailure {

    private OriginFailure() {}

    /** No connection within the time for it, or too many are waiting for one: nothing was sent. */
    static HttpProblem unreachable(Service service) {
        return retryable("The " + service.name() + " service can't be reached at the moment; nothing was sent to it");
    }

    /** The request was sent, at least in part, and no answer came. */
    static HttpProblem unanswered(Service service, Throwable failure) {
        if (failure instanceof TimeoutException) {
            return GatewayProblem.UPSTREAM_TOO_SLOW.because("The " + service.name()
                    + " service didn't answer in time. A write may have been carried out: repeat it with the same key");
        }
        return retryable("The connection to the " + service.name()
                + " service broke before it answered. A write may have been carried out: repeat it with the same key");
    }

    private static HttpProblem retryable(String detail) {
        return Problem.UPSTREAM_UNAVAILABLE
                .builder(detail)
                .withHeader("Retry-After", 1)
                .build();
    }
}
