package io.cumulo.kit.write;

import io.cumulo.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets fewer write at once than there are connections to the database, so that reading goes on when writing doesn't: a commit that waits for a
 * synchronous replica waits for as long as there is none, and so does whoever waits for what another has locked.
 */
@ApplicationScoped
class WriteTurns {

    private final int most;
    private final int mostWaiting;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int taken;

    /**
     * The turns of a process.
     *
     * @param most how many may write at once
     * @param mostWaiting how many may wait for their turn; whoever comes then is told to come again
     */
    WriteTurns(
            @ConfigProperty(name = "cumulo.database.writers", defaultValue = "12") int most,
            @ConfigProperty(name = "cumulo.database.waiting-writers", defaultValue = "1000") int mostWaiting) {
        this.most = most;
        this.mostWaiting = mostWaiting;
    }

    /**
     * What the write comes to, when it has had its turn; on the context that asked.
     *
     * @return fails with a {@link io.quarkiverse.resteasy.problem.HttpProblem} 503 where too many wait
     */
    <T> Uni<T> inTurn(Supplier<Uni<? extends T>> write) {
        return Uni.createFrom()
                .<Void>emitter(this::await)
                .chain(() -> Uni.createFrom().<T>deferred(write).onTermination().invoke(this::pass));
    }

    private void await(UniEmitter<? super Void> turn) {
        Context asking = Vertx.currentContext();
        AtomicBoolean left = new AtomicBoolean();
        Runnable grant = () -> {
            if (left.get()) {
                pass();
            } else {
                turn.complete(null);
            }
        };
        Runnable call = asking == null ? grant : () -> asking.runOnContext(now -> grant.run());
        if (takes(call)) {
            turn.complete(null);
        } else {
            turn.onTermination(() -> {
                left.set(true);
                leave(call);
            });
        }
    }

    /** Whether it is the caller's turn at once; else he is called. */
    private synchronized boolean takes(Runnable call) {
        if (taken < most) {
            taken++;
            return true;
        }
        if (waiting.size() >= mostWaiting) {
            throw Problem.UPSTREAM_UNAVAILABLE
                    .builder(
                            "The database has more to write than it can at the moment; send the same request again in a second")
                    .withHeader("Retry-After", 1)
                    .build();
        }
        waiting.add(call);
        return false;
    }

    private synchronized void leave(Runnable call) {
        waiting.remove(call);
    }

    private synchronized void pass() {
        Runnable next = waiting.poll();
        if (next == null) {
            taken--;
        } else {
            next.run();
        }
    }
}
