package io.cumulo.disputes.ocds;

import io.cumulo.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Folds what may be long away from the event loop, one process at a time: each holds as much as a process may have. Who takes releases in doesn't wait for those
 * who read, for a transaction has little time.
 */
@ApplicationScoped
class Folds {

    /** Each holds the releases of a process until it is its turn. */
    static final int MAX_READERS = 12;

    private final WorkerExecutor readers;
    private final WorkerExecutor takers;
    private final AtomicInteger reading = new AtomicInteger();

    Folds(Vertx vertx) {
        this.readers = vertx.createSharedWorkerExecutor("ocds-read", 1);
        this.takers = vertx.createSharedWorkerExecutor("ocds-taken", 1);
    }

    @PreDestroy
    void close() {
        readers.close();
        takers.close();
    }

    /**
     * Reads a process that may be long, if not too many do.
     *
     * @return fails with a {@link io.quarkiverse.resteasy.problem.HttpProblem} 503 where too many do
     */
    <T> Uni<T> reader(Supplier<Uni<? extends T>> reader) {
        return Uni.createFrom().deferred(() -> {
            if (reading.incrementAndGet() > MAX_READERS) {
                reading.decrementAndGet();
                throw Problem.UPSTREAM_UNAVAILABLE
                        .builder("More contracting processes are read than can be at the moment; ask again in a second")
                        .withHeader("Retry-After", 1)
                        .build();
            }
            return Uni.createFrom().<T>deferred(reader).onTermination().invoke(reading::decrementAndGet);
        });
    }

    /** What is made for who reads; on the context that asked. */
    <T> Uni<T> read(Callable<T> fold) {
        return on(readers, fold);
    }

    /** What is made of releases that are taken in; on the context that asked. */
    <T> Uni<T> taken(Callable<T> fold) {
        return on(takers, fold);
    }

    private static <T> Uni<T> on(WorkerExecutor worker, Callable<T> fold) {
        return Uni.createFrom()
                .completionStage(() -> worker.executeBlocking(fold, false).toCompletionStage());
    }
}
