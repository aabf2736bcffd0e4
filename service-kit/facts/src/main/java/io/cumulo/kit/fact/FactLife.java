package io.cumulo.kit.fact;

import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.clock.RecordClock;
import io.cumulo.kit.feed.Outbox;
import io.cumulo.kit.page.Cursor;
import io.cumulo.kit.page.Page;
import io.cumulo.kit.problem.Problem;
import io.cumulo.kit.storage.UniqueIds;
import io.cumulo.kit.value.PartialDate;
import io.cumulo.kit.write.EntityTag;
import io.cumulo.kit.write.Precondition;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

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

    FactLife(FactKind<B, V> kind, Outbox outbox, RecordClock clock) {
        this.kind = kind;
        this.repository = new FactRepository<>(kind.entity());
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The fact as it holds at the moment, retracted or not; empty when none does. */
    public Uni<Optional<Shown<B>>> at(String subject, String id, Moment moment) {
        return clock.settled(moment)
                .chain(settled -> repository.standingAt(subject, id, settled))
                .map(standing -> standing.stream()
                        .filter(version -> version.validity().holdsOn(moment.asOf()))
                        .findFirst()
                        .map(version -> new Shown<>(version.toFact(), tag(version, standing))));
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

    /** Every version recorded up to the moment, with what each changed. */
    public Uni<List<V>> history(String subject, String id, Moment moment) {
        return clock.settled(moment).chain(settled -> repository.history(subject, id, settled));
    }

    /** Lets nobody else write the fact until the transaction ends; before it has taken its record time. */
    public Uni<Void> lock(String subject, String id) {
        return repository.lock(subject, id);
    }

    /** Whether the fact was ever recorded. */
    public Uni<Boolean> exists(String subject, String id) {
        return standing(subject, id).map(versions -> !versions.isEmpty());
    }

    /**
     * Records what the client asserts, as a new fact or as a new version; records nothing when that is what stands already.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 412 when the precondition fails, 422 when a rule is broken
     */
    public Uni<Written<B>> put(
            String subject, String id, Asserted<B> asserted, Precondition precondition, String editor) {
        return write(
                subject,
                id,
                standing -> {
                    precondition.check(revision(standing));
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
        return write(
                subject,
                id,
                standing -> {
                    requireNotRetracted(standing);
                    return asserted;
                },
                editor);
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

    private Uni<Written<B>> write(String subject, String id, Function<List<V>, List<Asserted<B>>> told, String editor) {
        return repository.lock(subject, id).chain(() -> standing(subject, id)).chain(standing -> {
            List<Asserted<B>> asserted = told.apply(standing);
            List<Asserted<B>> news = asserted.stream()
                    .filter(one -> standing.stream().noneMatch(version -> says(version, one)))
                    .toList();
            return news.isEmpty()
                    ? Uni.createFrom().item(unchanged(asserted, standing, editor))
                    : requireRules(subject, id, news).chain(() -> record(subject, id, news, standing, editor));
        });
    }

    /** What stands already isn't asked again whether it may. */
    private Uni<Void> requireRules(String subject, String id, List<Asserted<B>> news) {
        return Multi.createFrom()
                .iterable(news)
                .onItem()
                .transformToUniAndConcatenate(one -> requireRules(subject, id, one))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /**
     * Takes the fact back: what stood is closed and stands on as retracted, with the reason.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when there is none, 409 when it is done already
     */
    public Uni<Written<B>> retract(String subject, String id, Retraction retraction, String editor) {
        return repository.lock(subject, id).chain(() -> standing(subject, id)).chain(standing -> {
            if (standing.isEmpty()) {
                throw Problem.NOT_FOUND.because("No such fact: " + id);
            }
            if (standing.stream().allMatch(version -> version.standing == Standing.RETRACTED)) {
                throw Problem.NOT_ALLOWED_NOW.because(
                        "It is retracted already; a new version (PUT) would assert it again");
            }
            int revision = revision(standing).orElse(0) + 1;
            Uni<Void> allowed = kind.rules().checkRetraction(subject, id);
            return allowed.chain(clock::recordedAt).chain(now -> {
                List<V> retracted = standing.stream()
                        .map(old -> copy(old, old.validity(), revision, now))
                        .toList();
                retracted.forEach(version -> {
                    version.standing = Standing.RETRACTED;
                    version.retraction = retraction;
                    version.recordedBy = editor;
                });
                return replace(standing, retracted)
                        .replaceWith(written(retracted.get(retracted.size() - 1), Written.Outcome.NEW_VERSION, editor))
                        .call(result -> announce("retracted", subject, id, result));
            });
        });
    }

    private Uni<List<V>> standing(String subject, String id) {
        return repository.standingAt(subject, id, Moment.of(LocalDate.EPOCH));
    }

    private Uni<Void> requireRules(String subject, String id, Asserted<B> asserted) {
        return kind.rules()
                .check(subject, id, asserted)
                .invoke(faults -> {
                    if (!faults.isEmpty()) {
                        throw Problem.INVALID_BODY.because(faults.size() + " members of the body are wrong", faults);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Written<B>> record(String subject, String id, List<Asserted<B>> news, List<V> standing, String editor) {
        List<Validity> validities = news.stream().map(this::validity).toList();
        List<V> replaced = standing.stream()
                .filter(old ->
                        kind.extent() == Extent.EPISODE || validities.stream().anyMatch(old.validity()::overlaps))
                .toList();
        int revision = revision(standing).orElse(0) + 1;
        return clock.recordedAt().chain(now -> {
            List<V> rows = new ArrayList<>(remainders(replaced, validities, revision, now));
            news.forEach(one -> rows.add(row(subject, id, one, revision, now, editor)));
            Written.Outcome outcome = standing.isEmpty() ? Written.Outcome.CREATED : Written.Outcome.NEW_VERSION;
            return replace(replaced, rows)
                    .replaceWith(written(rows.get(rows.size() - 1), outcome, editor))
                    .call(result -> announce(verb(outcome), subject, id, result));
        });
    }

    private Written<B> unchanged(List<Asserted<B>> asserted, List<V> standing, String editor) {
        Asserted<B> latest = asserted.get(asserted.size() - 1);
        V version = standing.stream()
                .filter(stood -> says(stood, latest))
                .findFirst()
                .orElseThrow();
        return new Written<>(version.toFact(), tag(version, standing), Written.Outcome.UNCHANGED, editor);
    }

    private static String verb(Written.Outcome outcome) {
        return outcome == Written.Outcome.CREATED ? "asserted" : "corrected";
    }

    private List<V> remainders(List<V> replaced, List<Validity> validities, int revision, Instant now) {
        if (kind.extent() == Extent.EPISODE) {
            return List.of();
        }
        return replaced.stream()
                .flatMap(old ->
                        remainder(old.validity(), validities).stream().map(piece -> copy(old, piece, revision, now)))
                .toList();
    }

    private static List<Validity> remainder(Validity whole, List<Validity> taken) {
        List<Validity> left = List.of(whole);
        for (Validity one : taken) {
            left = left.stream()
                    .flatMap(piece -> piece.overlaps(one) ? piece.minus(one).stream() : Stream.of(piece))
                    .toList();
        }
        return left;
    }

    private Uni<Void> replace(List<V> closed, List<V> inserted) {
        return repository
                .close(closed.stream().map(version -> version.versionId).toList())
                .chain(() -> repository.insert(inserted))
                .chain(() -> kind.projection().add(inserted));
    }

    private Uni<Void> announce(String what, String subject, String id, Written<B> result) {
        Map<String, Object> data =
                Map.of("subject", subject, "id", id, "revision", result.etag().revision(), "fact", result.fact());
        return outbox.publish(kind.name() + "." + what, subject.equals(id) ? subject : subject + "/" + id, data);
    }

    private Validity validity(Asserted<B> asserted) {
        PartialDate from = asserted.assertion().validFrom() == null
                ? asserted.body().holdsFrom().orElse(null)
                : asserted.assertion().validFrom();
        return Validity.of(from, asserted.assertion().validTo());
    }

    private boolean says(V version, Asserted<B> asserted) {
        return version.body().equals(asserted.body())
                && version.validity().isShownAs(validity(asserted))
                && version.standing == asserted.assertion().standing()
                && version.preferred == asserted.assertion().preferred()
                && version.sources.equals(asserted.assertion().sources());
    }

    private V row(String subject, String id, Asserted<B> asserted, int revision, Instant now, String editor) {
        V row = blank(subject, id, validity(asserted), revision, now);
        row.body(asserted.body());
        row.standing = asserted.assertion().standing();
        row.preferred = asserted.assertion().preferred();
        row.sources = asserted.assertion().sources();
        row.recordedBy = editor;
        return row;
    }

    private V copy(V old, Validity validity, int revision, Instant now) {
        V row = blank(old.subject, old.factId, validity, revision, now);
        row.body(old.body());
        row.standing = old.standing;
        row.preferred = old.preferred;
        row.sources = old.sources;
        row.retraction = old.retraction;
        row.recordedBy = old.recordedBy;
        return row;
    }

    private V blank(String subject, String id, Validity validity, int revision, Instant now) {
        V row = kind.row().get();
        row.versionId = UniqueIds.next();
        row.subject = subject;
        row.factId = id;
        row.revision = revision;
        row.validFrom = validity.from();
        row.validTo = validity.to();
        row.validFromStated = validity.statedFrom();
        row.validToStated = validity.statedTo();
        row.recordedFrom = now;
        return row;
    }

    private static Optional<Integer> revision(List<? extends FactVersion<?>> standing) {
        return standing.stream().map(version -> version.revision).max(Integer::compare);
    }

    private EntityTag tag(V version, List<V> standing) {
        String id = version.versionId.toString();
        return new EntityTag(revision(standing).orElse(version.revision), id.substring(id.length() - 12));
    }

    private Written<B> written(V version, Written.Outcome outcome, String editor) {
        return new Written<>(version.toFact(), tag(version, List.of()), outcome, editor);
    }
}
