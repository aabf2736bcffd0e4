package io.cumulo.kit.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cumulo.kit.imports.ImportFormat.Piece;
import io.cumulo.kit.imports.ImportJobs.Numbered;
import io.cumulo.kit.problem.Problem;
import io.cumulo.kit.storage.DatabaseFailures;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Records the entries of files, batch by batch, each in a transaction with the job's progress. A job belongs to whoever has claimed it, for one
 * batch: several processes share the work, and that of one that dies is taken up by another.
 */
@ApplicationScoped
class ImportWorker {

    /** A transaction has to end before the database ends it. */
    private static final Duration AT_MOST = Duration.ofSeconds(2);

    private static final int EXCERPT = 200;

    private static final String AS_IT_IS = "It can't be recorded as it is";
    private static final String ON_OUR_SIDE = "Something went wrong on our side with it";

    private static final Logger LOG = Logger.getLogger(ImportWorker.class);

    /** Not found and unprocessable: refusals that may be about what isn't recorded yet. */
    private static final Set<Integer> MAY_CHANGE = Set.of(404, 422);

    /** So often an entry is tried that fails for what nobody foresaw, once at each look: what passes in a minute costs no entry. */
    private static final int TRIES = 6;

    private static final Set<String> OF_THE_LANGUAGE = Set.of("java.lang", "java.util", "java.time");

    private final ImportJobs jobs;
    private final List<ImportFormat> formats;
    private final ObjectMapper mapper;

    /** How often the entry was tried that each job can't go on from. */
    private final Map<UUID, Integer> tries = new ConcurrentHashMap<>();

    ImportWorker(ImportJobs jobs, @All List<ImportFormat> formats, ObjectMapper mapper) {
        this.jobs = jobs;
        this.formats = formats;
        this.mapper = mapper;
    }

    Optional<ImportFormat> format(String path, String name) {
        return formats.stream()
                .filter(format -> format.path().equals(path) && format.name().equals(name))
                .findFirst();
    }

    private ImportFormat formatOf(ImportJob job) {
        return format(job.path(), job.format()).orElseThrow();
    }

    List<String> names(String path) {
        return formats.stream()
                .filter(format -> format.path().equals(path))
                .map(ImportFormat::name)
                .sorted()
                .toList();
    }

    @Scheduled(every = "{cumulo.imports.every}", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> takeUpWhatWasLeft() {
        return Panache.withTransaction(jobs::unfinished).chain(ids -> Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(this::attempt)
                .collect()
                .asList()
                .replaceWithVoid());
    }

    /** One that can't go on, because a neighbour doesn't answer, holds no other up; it is tried again at the next look. */
    private Uni<Void> attempt(UUID id) {
        return work(id).onFailure()
                .invoke(failure -> LOG.warnf(failure, "Import %s can't go on now", id))
                .onFailure()
                .recoverWithNull();
    }

    /** Works on the job until it is done, or another has it. */
    Uni<Void> work(UUID id) {
        AtomicReference<Stretch> next = new AtomicReference<>(Stretch.FULL);
        return Multi.createBy()
                .repeating()
                .uni(() -> Panache.withTransaction(() -> jobs.claim(id).chain(claimed -> batch(claimed, next.get())))
                        .invoke(more -> {
                            if (more) {
                                tries.remove(id);
                                next.set(Stretch.FULL);
                            }
                        })
                        .onFailure(Unrecordable.class)
                        .recoverWithUni(failure -> {
                            Unrecordable refused = (Unrecordable) failure;
                            if (refused.isFirst() && !refused.isOfTheData() && mayPass(id, refused)) {
                                return Uni.createFrom().failure(refused);
                            }
                            next.set(Stretch.after(refused));
                            return Uni.createFrom().item(true);
                        }))
                .whilst(more -> more)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Whether the entry that the job can't go on from is tried again at the next look. */
    private boolean mayPass(UUID id, Unrecordable refused) {
        if (tries.merge(id, 1, Integer::sum) < TRIES) {
            return true;
        }
        LOG.errorf(refused, "Import %s leaves out an entry that failed %d times", id, TRIES);
        return false;
    }

    /**
     * How much to take next, and how. What the database refuses takes its transaction with it, and may be refused only because of what else is in it (two
     * versions of one fact can't be recorded at one instant): so where several were taken together, each is taken by itself; then what came before it is
     * taken again alone, then it by itself, and what is refused even so is rejected.
     */
    private record Stretch(int entries, boolean together, Optional<String> rejectsFirst) {

        static final Stretch FULL = new Stretch(Integer.MAX_VALUE, true, Optional.empty());

        static Stretch after(Unrecordable refused) {
            if (refused.at().isEmpty()) {
                return new Stretch(Integer.MAX_VALUE, false, Optional.empty());
            }
            return refused.isFirst()
                    ? new Stretch(1, false, Optional.of(refused.isOfTheData() ? AS_IT_IS : ON_OUR_SIDE))
                    : new Stretch(refused.at().getAsInt(), false, Optional.empty());
        }
    }

    private Uni<Boolean> batch(Optional<ImportJob> claimed, Stretch stretch) {
        if (claimed.isEmpty()) {
            return Uni.createFrom().item(false);
        }
        ImportJob job = claimed.get();
        int most = Math.min(stretch.entries(), formatOf(job).atOnce());
        return jobs.entries(job.id(), job.position(), most).chain(following -> {
            if (following.isEmpty()) {
                return jobs.finish(job.id()).replaceWith(false);
            }
            List<Numbered> entries = untilOneIsToldAgain(job, following);
            Tally tally = new Tally(job.unmapped());
            if (stretch.rejectsFirst().isPresent()) {
                tally.rejected(rejection(entries.get(0), stretch.rejectsFirst().get(), List.of()));
                return jobs.advance(job, tally).replaceWith(true);
            }
            return step(job, entries, 0, stretch, tally, System.nanoTime() + AT_MOST.toNanos())
                    .chain(() -> jobs.advance(job, tally))
                    .replaceWith(true);
        });
    }

    private List<Numbered> untilOneIsToldAgain(ImportJob job, List<Numbered> entries) {
        Set<String> told = new HashSet<>();
        return entries.stream()
                .takeWhile(numbered -> numbered.entry().fault().isPresent()
                        || formatOf(job)
                                .about(numbered.entry().text())
                                .map(told::add)
                                .orElse(true))
                .toList();
    }

    private Uni<Void> step(ImportJob job, List<Numbered> entries, int at, Stretch stretch, Tally tally, long deadline) {
        if (at == entries.size() || (at > 0 && System.nanoTime() > deadline)) {
            return Uni.createFrom().voidItem();
        }
        List<Numbered> next = stretch.together() ? together(job, entries, at) : List.of(entries.get(at));
        return (next.size() == 1 ? take(job, next.get(0), at, tally) : takeTogether(job, next, at, tally))
                .chain(() -> step(job, entries, at + next.size(), stretch, tally, deadline));
    }

    /** The entry and those after it that can be read. */
    private List<Numbered> together(ImportJob job, List<Numbered> entries, int at) {
        List<Numbered> readable = entries.stream()
                .skip(at)
                .limit(formatOf(job).together())
                .takeWhile(numbered -> numbered.entry().fault().isEmpty())
                .toList();
        return readable.isEmpty() ? List.of(entries.get(at)) : readable;
    }

    /** As most files are: all of it can be recorded. Where that isn't so, each is taken by itself. */
    private Uni<Void> takeTogether(ImportJob job, List<Numbered> next, int at, Tally tally) {
        List<Piece> pieces = next.stream()
                .map(numbered -> new Piece(numbered.entry().text(), numbered.around()))
                .toList();
        return jobs.execute("savepoint entry", Map.of())
                .chain(() -> formatOf(job).takeTogether(pieces, job.editor()))
                .call(() -> jobs.execute("release savepoint entry", Map.of()))
                .call(ImportWorker::forget)
                .invoke(taken -> taken.forEach(tally::taken))
                .replaceWithVoid()
                .onFailure(failure -> isRefusal(failure) || isFaultOfOurs(failure))
                .recoverWithUni(refusal -> undo().chain(() -> oneByOne(job, next, at, tally)))
                .onFailure(ImportWorker::isOfTheEntry)
                .transform(Unrecordable::amongOthers);
    }

    private Uni<Void> oneByOne(ImportJob job, List<Numbered> next, int at, Tally tally) {
        return Multi.createFrom()
                .range(0, next.size())
                .onItem()
                .transformToUniAndConcatenate(index -> take(job, next.get(index), at + index, tally))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** What a rule refuses is rejected, and what was recorded of it before is undone. */
    private Uni<Void> take(ImportJob job, Numbered numbered, int at, Tally tally) {
        if (numbered.entry().fault().isPresent()) {
            tally.rejected(rejection(numbered, numbered.entry().fault().get(), List.of()));
            return Uni.createFrom().voidItem();
        }
        return jobs.execute("savepoint entry", Map.of())
                .chain(() -> formatOf(job).take(numbered.entry().text(), numbered.around(), job.editor()))
                .call(() -> jobs.execute("release savepoint entry", Map.of()))
                .call(ImportWorker::forget)
                .invoke(tally::taken)
                .replaceWithVoid()
                .onFailure(ImportWorker::isRefusal)
                .recoverWithUni(refusal -> undo().invoke(() -> refused(numbered, (HttpProblem) refusal, tally)))
                .onFailure(ImportWorker::isFaultOfOurs)
                .recoverWithUni(fault -> undo().invoke(() -> {
                    LOG.errorf(fault, "Entry %d of import %s", numbered.number(), job.id());
                    tally.rejected(rejection(numbered, ON_OUR_SIDE, List.of()));
                }))
                .onFailure(ImportWorker::isOfTheEntry)
                .transform(failure -> Unrecordable.at(at, failure));
    }

    /** What an entry names may come after it in the file: so what is wrong with it for now is asked once more at the end. */
    private void refused(Numbered numbered, HttpProblem problem, Tally tally) {
        if (MAY_CHANGE.contains(problem.getStatusCode()) && !numbered.again()) {
            tally.putOff(numbered);
        } else {
            tally.rejected(rejection(numbered, problem.getDetail(), faults(problem)));
        }
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof HttpProblem problem && problem.getStatusCode() < 500;
    }

    /** A mistake in our code about one entry doesn't keep the others out: so what the language itself throws, and neither the database nor a neighbour. */
    private static boolean isFaultOfOurs(Throwable failure) {
        return OF_THE_LANGUAGE.contains(failure.getClass().getPackageName());
    }

    /**
     * Whether it fails because of what it says: what the database refuses, or what nobody foresaw. A database or a neighbour that is away, answers too late or
     * asks to come back fails whatever is asked of it, and so does a schema that isn't ours: those are waited for, however long.
     */
    private static boolean isOfTheEntry(Throwable failure) {
        return !DatabaseFailures.isPassing(failure) && !DatabaseFailures.isOfTheSchema(failure) && !isAway(failure);
    }

    private static boolean isAway(Throwable failure) {
        if (failure instanceof HttpProblem problem) {
            return problem.getStatusCode() == Problem.UPSTREAM_UNAVAILABLE.status();
        }
        Throwable cause = failure instanceof UncheckedIOException unchecked ? unchecked.getCause() : failure;
        return cause instanceof IOException && !(cause instanceof JsonProcessingException)
                || cause instanceof TimeoutException
                || cause instanceof java.util.concurrent.TimeoutException;
    }

    private Uni<Void> undo() {
        return jobs.execute("rollback to savepoint entry", Map.of()).chain(ImportWorker::forget);
    }

    /** What the session holds it looks through before every statement: with each entry of a batch that would be longer. */
    static Uni<Void> forget() {
        return Panache.getSession().invoke(session -> session.clear()).replaceWithVoid();
    }

    private static Object faults(HttpProblem problem) {
        return problem.getParameters().getOrDefault("errors", List.of());
    }

    private Rejection rejection(Numbered numbered, String reason, Object faults) {
        String text = numbered.entry().text();
        return new Rejection(
                numbered.number(),
                numbered.entry().line(),
                reason == null ? "" : reason,
                faults == null ? JsonNodeFactory.instance.arrayNode() : mapper.valueToTree(faults),
                text.substring(
                        0, text.offsetByCodePoints(0, Math.min(EXCERPT, text.codePointCount(0, text.length())))));
    }
}
