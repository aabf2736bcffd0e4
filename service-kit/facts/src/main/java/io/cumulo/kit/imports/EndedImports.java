package io.cumulo.kit.imports;

import io.cumulo.kit.imports.ImportJobs.Ended;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Clears up after imports: fails uploads that broke off, and drops the entries of those that are done or failed. However many they are, each transaction
 * ends in time, and whoever comes after a process that died begins the job at hand anew.
 */
@ApplicationScoped
class EndedImports {

    static final String BROKEN_OFF = "The upload broke off";

    private static final Logger LOG = Logger.getLogger(EndedImports.class);

    private final ImportJobs jobs;

    /** Uploads of this process that broke off, with the reason, while the database couldn't be told. */
    private final Map<UUID, String> untold = new ConcurrentHashMap<>();

    EndedImports(ImportJobs jobs) {
        this.jobs = jobs;
    }

    /** Ends a job whose upload broke off: now, or as soon as the database is back. */
    Uni<Void> fail(UUID id, String reason) {
        untold.put(id, reason);
        return Panache.withTransaction(() -> jobs.fail(id, reason)).invoke(() -> untold.remove(id));
    }

    @Scheduled(every = "{cumulo.imports.every}", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> clearUp() {
        return inTurn(List.copyOf(untold.entrySet()), this::failNow)
                .chain(() -> Panache.withTransaction(jobs::abandoned))
                .chain(ids -> inTurn(ids, id -> fail(id, BROKEN_OFF)))
                .chain(() -> Panache.withTransaction(jobs::ended))
                .chain(ended -> inTurn(ended, this::empty));
    }

    private Uni<Void> failNow(Entry<UUID, String> upload) {
        return fail(upload.getKey(), upload.getValue());
    }

    /** By number, so that no look goes over what is dropped already. */
    private Uni<Void> empty(Ended job) {
        return Multi.createBy()
                .repeating()
                .uni(AtomicLong::new, after -> Panache.withTransaction(() -> jobs.drop(job.id(), after.get()))
                        .map(dropped -> after.addAndGet(ImportJobs.DROPPED_AT_ONCE)))
                .whilst(after -> after < job.last())
                .collect()
                .last()
                .chain(() -> Panache.withTransaction(() -> jobs.emptied(job.id())));
    }

    /** One after the other; what fails is tried again at the next look, and keeps no other waiting. */
    private static <T> Uni<Void> inTurn(List<T> all, Function<T, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(one -> step.apply(one)
                        .onFailure()
                        .invoke(failure -> LOG.warnf(failure, "%s can't be cleared up now", one))
                        .onFailure()
                        .recoverWithNull())
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
