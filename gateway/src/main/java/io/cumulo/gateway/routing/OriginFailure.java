package io.cumulo.gateway.routing;

import io.cumulo.gateway.upstream.GatewayProblem;
import io.cumulo.gateway.upstream.Service;
import io.cumulo.gateway.upstream.Unhealthy;
import io.cumulo.kit.problem.Problem;
import io.cumulo.kit.problem.ProblemKind;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.impl.NoStackTraceThrowable;
import java.time.Duration;

/** Why a service gave no answer, what that says about it, and what the client is told. */
class OriginFailure extends NoStackTraceThrowable {

    private static final String REPEAT = ". The write may have been carried out: repeat it with the same key";

    /** As many requests wait for a connection as may, or this one has waited too long: our own bounds, nothing was sent. */
    static final class Busy extends OriginFailure {
        Busy() {
            super("busy");
        }
    }

    /** No connection: nothing was sent. */
    static final class Unreachable extends OriginFailure implements Unhealthy {
        Unreachable() {
            super("unreachable");
        }
    }

    /** The request was sent, at least in part, and the connection broke before the answer. */
    static final class Broken extends OriginFailure implements Unhealthy {
        Broken() {
            super("broken");
        }
    }

    /** The request was sent, and its time is over. */
    static final class Late extends OriginFailure implements Unhealthy {
        Late() {
            super("late");
        }
    }

    /** The time is over that the client has set, less than the service has otherwise. */
    static final class TooImpatient extends OriginFailure {
        TooImpatient() {
            super("too impatient");
        }
    }

    /** The client is no longer there, or sent what it may not: nobody else's fault. */
    static final class ClientFault extends OriginFailure {
        ClientFault() {
            super("client");
        }
    }

    private OriginFailure(String message) {
        super(message);
    }

    /** Whether the service can't have seen anything of the request. */
    boolean nothingSent() {
        return this instanceof Busy || this instanceof Unreachable;
    }

    /** What the client is told. */
    HttpProblem problem(Service service, HttpMethod method) {
        String repeat = method == HttpMethod.GET || method == HttpMethod.HEAD ? "" : REPEAT;
        if (this instanceof TooImpatient) {
            return GatewayProblem.UPSTREAM_TOO_SLOW.because("The " + service.name()
                    + " service didn't answer within the time that the request gives in " + Deadline.HEADER + repeat);
        }
        if (this instanceof Late) {
            return GatewayProblem.UPSTREAM_TOO_SLOW.because(
                    "The " + service.name() + " service didn't answer in time" + repeat);
        }
        if (this instanceof Busy) {
            return later(
                    GatewayProblem.UPSTREAM_BUSY,
                    "The " + service.name()
                            + " service has more to do than it can at the moment; nothing was sent to it",
                    Duration.ZERO);
        }
        return later(
                Problem.UPSTREAM_UNAVAILABLE,
                nothingSent()
                        ? "The " + service.name() + " service can't be reached at the moment; nothing was sent to it"
                        : "The connection to the " + service.name() + " service broke before it answered" + repeat,
                Duration.ZERO);
    }

    /** The service failed so often that it is left alone for a while. */
    static HttpProblem leftAlone(Service service) {
        return later(
                Problem.UPSTREAM_UNAVAILABLE,
                "The " + service.name()
                        + " service failed repeatedly and is left alone for a moment; nothing was sent to it",
                service.untilNextTry());
    }

    private static HttpProblem later(ProblemKind kind, String detail, Duration wait) {
        return kind.builder(detail)
                .withHeader("Retry-After", Math.max(1, wait.plusMillis(999).toSeconds()))
                .build();
    }
}
