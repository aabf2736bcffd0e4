package io.cumulo.kit.fact;

import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.clock.RecordClock;
import io.cumulo.kit.feed.Outbox;
import io.cumulo.kit.page.Cursor;
import io.cumulo.kit.page.Page;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import io.cumulo.kit.storage.JsonRows;
import io.cumulo.kit.write.Precondition;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The life that every fact lives, whatever its kind: asserted with sources, replaced by new versions on two clocks, retracted, read at any
 * moment, listed, shown with its history, announced. Reads run in the current session, writes in the current transaction.
 */
public final class FactLife<B extends FactBody, V extends FactVersion<B>> {

    /** Name of the list of all that stands. */
    static final String EVERY_TIME = "every time";

    private final FactKind<B, V> kind;
    private final FactRepository<V> repository;
    private final Outbox outbox;
    private final RecordClock clock;

    FactLife(FactKind<B, V> kind, Outbox outbox, RecordClock clock, JsonRows rows) {
        this.kind = kind;
        this.repository = new FactRepository<>(kind.entity(), rows);
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The fact as it holds at the moment, retracted or not; empty when none does. */
    public Uni<Optional<Shown<B>>> at(String subject, String id, Moment moment) {
        return clock.settled(moment)
                .chain(settled -> repository.at(subject, id, settled))
                .map(found -> found.map(
                        held -> new Shown<>(held.version().toFact(), Change.tag(held.version(), held.revision()))));
    }

    /** A page of the facts that hold at the moment. */
    public Uni<Page<V>> list(FactFilter filter, Moment moment, Optional<Cursor> after, int limit) {
        return clock.settled(moment)
                .chain(settled -> repository.list(filter, settled, after, limit))
                .map(rows -> Page.cut(rows, limit, row -> Cursor.of(filter.name(), row.subject, row.factId)));
    }

    /** A page of all that stood at the moment's knownAt, whatever time it tells of. */
    Uni<Page<V>> standing(Moment moment, Optional<Cursor> after, int limit) {
        return clock.settled(moment)
                .chain(settled -> repository.standing(settled, after, limit))
                .map(rows -> Page.cut(
                        rows, limit, row -> Cursor.of(EVERY_TIME, row.subject, row.factId, FactRepository.begin(row))));
    }

    /** The versions recorded up to the moment, oldest first; of more than can be told at once, the newest. */
    public Uni<List<V>> history(String subject, String id, Moment moment) {
        return recorded(subject, id, moment).map(Recorded::versions);
    }

    /** As {@link #history}, with whether there are more. */
    Uni<Recorded<V>> recorded(String subject, String id, Moment moment) {
        return clock.settled(moment)
                .chain(settled -> repository.newest(subject, id, settled))
                .chain(newest -> newest.size() > FactRepository.MOST_VERSIONS
                        ? from(subject, id, newest, moment.asOf())
                        : Uni.createFrom().item(new Recorded<>(oldestFirst(newest), List.of())));
    }

    /** What one write recorded is told as a whole or left out, unless it is more than can be told. */
    private Uni<Recorded<V>> from(String subject, String id, List<V> newest, LocalDate asOf) {
        Instant leftOut = newest.get(FactRepository.MOST_VERSIONS).recordedFrom;
        List<V> whole = newest.stream()
                .takeWhile(version -> version.recordedFrom.isAfter(leftOut))
                .toList();
        return repository
                .standingAt(subject, id, new Moment(asOf, Optional.of(leftOut)))
                .map(before -> new Recorded<>(oldestFirst(whole.isEmpty() ? newest : whole), before));
    }

    private static <V> List<V> oldestFirst(List<V> newest) {
        List<V> versions = new ArrayList<>(newest);
        Collections.reverse(versions);
        return versions;
    }

    /** Lets nobody else write the fact until the transaction ends; before it has taken its record time. */
    public Uni<Void> lock(String subject, String id) {
        return repository.lock(List.of(new FactKey(subject, id)));
    }

    /** As {@link #lock(String, String)}, for many facts that stand for themselves. */
    public Uni<Void> lock(Collection<String> ids) {
        return repository.lock(ids.stream().map(id -> new FactKey(id, id)).toList());
    }

    /** Whether the fact was ever recorded. */
    public Uni<Boolean> exists(String subject, String id) {
        return repository.exists(subject, id);
    }

    /**
     * Records what the client asserts, as a new fact or as a new version; records nothing when that is what stands already.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when more versions would stand than can be told, 412 when the precondition fails, 422 when a
     *     rule is broken
     */
    public Uni<Written<B>> put(
            String subject, String id, Asserted<B> asserted, Precondition precondition, String editor) {
        return write(
                subject,
                id,
                standing -> {
                    precondition.check(Change.revision(standing));
                    return List.of(asserted);
                },
                editor);
    }

    /**
     * Records what a file says, whatever stands, but for what an editor took back: that is asserted again by an editor alone.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem as {@link #put}, and 409 when it was retracted
     */
    public Uni<Written<B>> takeIn(String subject, String id, Asserted<B> asserted, String editor) {
        return takeIn(subject, id, List.of(asserted), editor);
    }

    /**
     * As {@link #takeIn(String, String, Asserted, String)}, for a file that tells how a fact was at several times: all of it at one instant of record time.
     *
     * @param asserted of which no two hold on the same day, the latest last
     */
    public Uni<Written<B>> takeIn(String subject, String id, List<Asserted<B>> asserted, String editor) {
        return write(subject, id, unlessRetracted(asserted), editor);
    }

    /**
     * As {@link #takeIn(String, String, Asserted, String)}, for many facts of a file: at once where their rules allow it, one after the other where they don't.
     *
     * @return what each came to, in the same order
     */
    public Uni<List<Written<B>>> takeIn(List<Told<B>> facts, String editor) {
        return areDistinct(facts) && kind.rules().checksTogether()
                ? write(
                        facts.stream()
                                .map(told -> new Writing<B, V>(
                                        told.subject(), told.id(), unlessRetracted(List.of(told.asserted()))))
                                .toList(),
                        editor)
                : Multi.createFrom()
                        .iterable(facts)
                        .onItem()
                        .transformToUniAndConcatenate(
                                told -> takeIn(told.subject(), told.id(), told.asserted(), editor))
                        .collect()
                        .asList();
    }

    private static boolean areDistinct(List<? extends Told<?>> facts) {
        return facts.stream()
                        .map(told -> List.of(told.subject(), told.id()))
                        .distinct()
                        .count()
                == facts.size();
    }

    private Function<List<V>, List<Asserted<B>>> unlessRetracted(List<Asserted<B>> asserted) {
        return standing -> {
            requireNotRetracted(standing);
            return asserted;
        };
    }

    /**
     * As {@link #takeIn(String, String, Asserted, String)}, for a file that tells a part of a fact and leaves the rest as it stands.
     *
     * @param told what is asserted, by the body that stands, if there is one
     */
    public Uni<Written<B>> takeIn(String subject, String id, Function<Optional<B>, Asserted<B>> told, String editor) {
        return write(
                subject,
                id,
                standing -> {
                    requireNotRetracted(standing);
                    return List.of(told.apply(standing.stream().findFirst().map(FactVersion::body)));
                },
                editor);
    }

    private static void requireNotRetracted(List<? extends FactVersion<?>> standing) {
        if (!standing.isEmpty() && standing.stream().allMatch(version -> version.standing == Standing.RETRACTED)) {
            throw Problem.NOT_ALLOWED_NOW.because("It was retracted; an editor may assert it again");
        }
    }

    /** What is told of a fact, by what stands of it. */
    private record Writing<B extends FactBody, V extends FactVersion<B>>(
            String subject, String id, Function<List<V>, List<Asserted<B>>> told) {}

    private Uni<Written<B>> write(String subject, String id, Function<List<V>, List<Asserted<B>>> told, String editor) {
        return write(List.of(new Writing<>(subject, id, told)), editor).map(written -> written.get(0));
    }

    private Uni<List<Written<B>>> write(List<Writing<B, V>> writings, String editor) {
        List<FactKey> keys = writings.stream()
                .map(writing -> new FactKey(writing.subject(), writing.id()))
                .toList();
        return repository.lock(keys).chain(() -> repository.standing(keys)).chain(standing -> {
            List<Change<B, V>> changes = writings.stream()
                    .map(writing -> change(
                            writing, standing.getOrDefault(new FactKey(writing.subject(), writing.id()), List.of())))
                    .toList();
            List<Told<B>> news = changes.stream().flatMap(Change::news).toList();
            return news.isEmpty()
                    ? Uni.createFrom()
                            .item(changes.stream()
                                    .map(change -> change.unchanged(editor))
                                    .toList())
                    : requireRules(news).chain(() -> record(changes, editor));
        });
    }

    private Change<B, V> change(Writing<B, V> writing, List<V> standing) {
        return new Change<>(
                kind, writing.subject(), writing.id(), writing.told().apply(standing), standing);
    }

    /** What stands already isn't asked again whether it may. */
    private Uni<Void> requireRules(List<Told<B>> news) {
        requireNone(news.stream()
                .filter(told -> !Change.validity(told.asserted()).isOrdered())
                .map(told -> Fault.at("/validTo", "lies before the first day on which it holds"))
                .toList());
        return kind.rules().checkTogether(news).invoke(FactLife::requireNone).replaceWithVoid();
    }

    private static void requireNone(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw Problem.invalidBody(faults);
        }
    }

    private Uni<List<Written<B>>> record(List<Change<B, V>> changes, String editor) {
        return clock.recordedAt().chain(now -> {
            List<V> ended = new ArrayList<>();
            List<V> begun = new ArrayList<>();
            List<Outbox.Event> events = new ArrayList<>();
            List<Written<B>> written = new ArrayList<>();
            for (Change<B, V> change : changes) {
                if (change.isNews()) {
                    List<V> rows = change.rows(now, editor);
                    requireFew(change.standingWith(rows));
                    Written<B> result = change.written(rows.get(rows.size() - 1), editor);
                    ended.addAll(change.replaced());
                    begun.addAll(rows);
                    events.add(event(verb(result.outcome()), change.subject(), change.id(), result));
                    written.add(result);
                } else {
                    written.add(change.unchanged(editor));
                }
            }
            return replace(ended, begun).chain(() -> outbox.publish(events)).replaceWith(written);
        });
    }

    private static void requireFew(int standing) {
        if (standing > FactRepository.MOST_VERSIONS) {
            throw Problem.NOT_ALLOWED_NOW.because(
                    "Of " + standing + " times something else would stand, and at most " + FactRepository.MOST_VERSIONS
                            + " are kept apart; a version that covers several of them makes room");
        }
    }

    /**
     * Takes the fact back: what stood is closed and stands on as retracted, with the reason.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when there is none, 409 when it is done already
     */
    public Uni<Written<B>> retract(String subject, String id, Retraction retraction, String editor) {
        FactKey key = new FactKey(subject, id);
        return repository
                .lock(List.of(key))
                .chain(() -> repository.standing(List.of(key)))
                .chain(found -> {
                    List<V> standing = found.getOrDefault(key, List.of());
                    requireRetractable(id, standing);
                    int revision = Change.revision(standing).orElse(0) + 1;
                    Uni<Void> allowed = kind.rules().checkRetraction(subject, id);
                    return allowed.chain(clock::recordedAt).chain(now -> {
                        List<V> retracted = standing.stream()
                                .map(old -> Change.copy(kind, old, old.validity(), revision, now))
                                .toList();
                        retracted.forEach(version -> {
                            version.standing = Standing.RETRACTED;
                            version.retraction = retraction;
                            version.recordedBy = editor;
                        });
                        V last = retracted.get(retracted.size() - 1);
                        Written<B> result = new Written<>(
                                last.toFact(), Change.tag(last, List.of()), Written.Outcome.NEW_VERSION, editor);
                        return replace(standing, retracted)
                                .chain(() -> outbox.publish(List.of(event("retracted", subject, id, result))))
                                .replaceWith(result);
                    });
                });
    }

    private static void requireRetractable(String id, List<? extends FactVersion<?>> standing) {
        if (standing.isEmpty()) {
            throw Problem.NOT_FOUND.because("No such fact: " + id);
        }
        if (standing.stream().allMatch(version -> version.standing == Standing.RETRACTED)) {
            throw Problem.NOT_ALLOWED_NOW.because("It is retracted already; a new version (PUT) would assert it again");
        }
    }

    private Uni<Void> replace(List<V> closed, List<V> inserted) {
        return repository
                .close(closed.stream().map(version -> version.versionId).toList())
                .chain(() -> repository.insert(inserted))
                .chain(() -> kind.projection().add(inserted));
    }

    private static String verb(Written.Outcome outcome) {
        return outcome == Written.Outcome.CREATED ? "asserted" : "corrected";
    }

    private Outbox.Event event(String what, String subject, String id, Written<B> result) {
        Map<String, Object> data =
                Map.of("subject", subject, "id", id, "revision", result.etag().revision(), "fact", result.fact());
        return new Outbox.Event(kind.name() + "." + what, subject.equals(id) ? subject : subject + "/" + id, data);
    }
}
