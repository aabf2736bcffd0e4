package io.cumulo.gateway.routing;

import io.cumulo.gateway.upstream.Instance;
import io.cumulo.gateway.upstream.Service;
import io.micrometer.core.instrument.Metrics;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.StreamResetException;
import io.vertx.httpproxy.OriginRequestProvider;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyResponse;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/** Brings one request to an instance of its service, once more where that is safe, and all within its time. */
final class Delivery implements OriginRequestProvider {

    private static final int MOST_ATTEMPTS = 3;

    private final HttpServerRequest request;
    private final Service service;
    private final HttpClient client;
    private final ProxyLimits limits;
    private final Deadline deadline;
    private final boolean repeatable;
    private final Set<Instance> tried = new HashSet<>();
    private int attempts;
    private Instance instance;
    private HttpClientRequest outgoing;
    private boolean bodySent;
    private boolean clientsFault;

    /** @param repeatable whether it may be sent again after a service might have seen it: it reads only and has no body */
    Delivery(
            HttpServerRequest request,
            Service service,
            HttpClient client,
            ProxyLimits limits,
            Deadline deadline,
            boolean repeatable) {
        this.request = request;
        this.service = service;
        this.client = client;
        this.limits = limits;
        this.deadline = deadline;
        this.repeatable = repeatable;
        this.bodySent = repeatable;
        service.requestMade();
    }

    /** Fails with {@link OriginFailure} or with {@link CircuitBreakerOpenException} when there is no answer to pass on. */
    Future<ProxyResponse> send(ProxyContext proxied) {
        Optional<Instance> next = service.next(tried);
        if (next.isEmpty()) {
            return Future.failedFuture(new CircuitBreakerOpenException());
        }
        attempts++;
        instance = next.get();
        tried.add(instance);
        return instance.send(() -> proxied.sendRequest().transform(this::judged))
                .recover(failure -> otherwise(failure, proxied));
    }

    /** From now on the client can't be waited for: the rest of the time is the service's. */
    void bodySent() {
        bodySent = true;
        deadline.start();
        if (outgoing != null && !outgoing.response().isComplete()) {
            outgoing.idleTimeout(deadline.remaining().toMillis());
        }
    }

    /** Whatever breaks now is not the service's fault. */
    void blameClient() {
        clientsFault = true;
        if (outgoing != null) {
            outgoing.reset();
        }
    }

    @Override
    public Future<HttpClientRequest> create(ProxyContext proxied) {
        RequestOptions options = instance.request()
                .setConnectTimeout(deadline.within(limits.connectTimeout()).toMillis());
        return client.request(options)
                .recover(failure -> Future.failedFuture(unconnected(failure)))
                .compose(this::watched);
    }

    private Future<HttpClientRequest> watched(HttpClientRequest connected) {
        outgoing = connected;
        // What breaks is told by the future answer; without this it would be logged as unhandled too.
        connected.exceptionHandler(toldElsewhere -> {});
        if (request.response().closed()) {
            connected.reset();
            return Future.failedFuture(new OriginFailure.ClientFault());
        }
        if (bodySent) {
            bodySent();
        }
        return Future.succeededFuture(connected);
    }

    private OriginFailure unconnected(Throwable failure) {
        if (deadline.isClients() && deadline.isNearlyOver()) {
            return new OriginFailure.TooImpatient();
        }
        return ownBounds(failure) ? new OriginFailure.Busy() : new OriginFailure.Unreachable();
    }

    /** Too many wait for a connection, or this one did for too long; a refused or dropped connection fails otherwise. */
    private static boolean ownBounds(Throwable failure) {
        return failure instanceof ConnectionPoolTooBusyException || failure instanceof TimeoutException;
    }

    private Future<ProxyResponse> judged(AsyncResult<ProxyResponse> outcome) {
        if (outcome.succeeded()) {
            ProxyResponse answer = outcome.result();
            answer.setBody(AnswerBody.of(answer.getBody()));
            return BadAnswer.is(answer, deadline.passed(), service.slowAfter())
                    ? Future.failedFuture(BadAnswer.of(answer))
                    : Future.succeededFuture(answer);
        }
        return Future.failedFuture(failureOf(outcome.cause()));
    }

    private OriginFailure failureOf(Throwable cause) {
        if (cause instanceof OriginFailure known) {
            return known;
        }
        // An HTTP/1 request is only ever reset by this side: when its client has left.
        if (clientsFault
                || cause instanceof StreamResetException
                || request.response().closed()) {
            return new OriginFailure.ClientFault();
        }
        if (cause instanceof TimeoutException) {
            return deadline.isClients() ? new OriginFailure.TooImpatient() : new OriginFailure.Late();
        }
        return new OriginFailure.Broken();
    }

    private Future<ProxyResponse> otherwise(Throwable failure, ProxyContext proxied) {
        if (failure instanceof BadAnswer bad) {
            return Future.succeededFuture(bad.answer());
        }
        if (mayTryAgain(failure)) {
            Metrics.counter("cumulo.gateway.retries", "service", service.name()).increment();
            return send(proxied);
        }
        return Future.failedFuture(failure);
    }

    private boolean mayTryAgain(Throwable failure) {
        if (attempts >= MOST_ATTEMPTS || deadline.over()) {
            return false;
        }
        if (failure instanceof CircuitBreakerOpenException) {
            return service.next(tried).filter(other -> !tried.contains(other)).isPresent();
        }
        boolean safe = failure instanceof OriginFailure known
                && (known instanceof OriginFailure.Unreachable || known instanceof OriginFailure.Broken && repeatable);
        return safe && service.takeRetry();
    }
}
