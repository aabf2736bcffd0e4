package io.cumulo.gateway.upstream;

import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.vertx.core.Future;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** One place where a service runs, with a circuit breaker of its own: an instance that fails is left alone for a while. */
public final class Instance {

    private final URI url;
    private final long pauseNanos;
    private final TypedGuard<CompletionStage<?>> guard;
    private final AtomicInteger inProgress = new AtomicInteger();
    private volatile boolean leftAlone;
    private volatile long leftAloneSince;

    /** @param url scheme, host and port, no path */
    Instance(URI url, BreakerLimits limits) {
        this.url = url;
        this.pauseNanos = limits.pause().toNanos();
        this.guard = TypedGuard.create(new TypeLiteral<CompletionStage<?>>() {})
                .withDescription(url.toString())
                .withThreadOffload(false)
                .withCircuitBreaker()
                .when(Unhealthy.class::isInstance)
                .requestVolumeThreshold(limits.requests())
                .failureRatio(limits.failureShare())
                .delay(limits.pause().toMillis(), ChronoUnit.MILLIS)
                .onStateChange(this::changed)
                .done()
                .build();
    }

    public URI url() {
        return url;
    }

    /** A request to this instance; path and method are still to be set. */
    public RequestOptions request() {
        return new RequestOptions().setHost(url.getHost()).setPort(port()).setSsl(secure());
    }

    /** The port, also where the address leaves it to the scheme. */
    public int port() {
        return url.getPort() > 0 ? url.getPort() : secure() ? 443 : 80;
    }

    /**
     * Sends a request, unless the instance is left alone: then the future fails with
     * {@link org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException} and nothing is sent.
     *
     * @param request its future fails with an {@link Unhealthy} exception when the outcome speaks against the instance
     */
    @SuppressWarnings("unchecked")
    public <T> Future<T> send(Supplier<Future<T>> request) {
        inProgress.incrementAndGet();
        CompletionStage<T> answered =
                (CompletionStage<T>) guard.get(() -> request.get().toCompletionStage());
        return Future.fromCompletionStage(answered).onComplete(done -> inProgress.decrementAndGet());
    }

    /** Whether it takes requests: it does well, or was left alone for long enough to be tried again. */
    public boolean available() {
        return waitNanos() == 0;
    }

    /** How long it will still be left alone. */
    long waitNanos() {
        return leftAlone ? Math.max(0, pauseNanos - (System.nanoTime() - leftAloneSince)) : 0;
    }

    int inProgress() {
        return inProgress.get();
    }

    boolean at(URI address) {
        return url.getHost().equalsIgnoreCase(address.getHost())
                && url.getScheme().equalsIgnoreCase(address.getScheme())
                && url.getPort() == address.getPort();
    }

    private boolean secure() {
        return url.getScheme().equals("https");
    }

    private void changed(CircuitBreakerState state) {
        leftAloneSince = System.nanoTime();
        leftAlone = state == CircuitBreakerState.OPEN;
    }
}
