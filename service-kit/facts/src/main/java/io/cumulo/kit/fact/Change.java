package io.cumulo.kit.fact;

import io.cumulo.kit.storage.UniqueIds;
import io.cumulo.kit.value.PartialDate;
import io.cumulo.kit.write.EntityTag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What comes of telling one fact, worked out from what stands of it: nothing, a first version, or new versions in the place of some. */
final class Change<B extends FactBody, V extends FactVersion<B>> {

    private final FactKind<B, V> kind;
    private final String subject;
    private final String id;
    private final List<Asserted<B>> asserted;
    private final List<Asserted<B>> news;
    private final List<V> standing;
    private final List<Validity> validities;

    /** @param asserted of which no two hold on the same day, the latest last */
    Change(FactKind<B, V> kind, String subject, String id, List<Asserted<B>> asserted, List<V> standing) {
        this.kind = kind;
        this.subject = subject;
        this.id = id;
        this.asserted = asserted;
        this.standing = standing;
        this.news = asserted.stream()
                .filter(one -> standing.stream().noneMatch(version -> says(version, one)))
                .toList();
        this.validities = news.stream().map(Change::validity).toList();
    }

    String subject() {
        return subject;
    }

    String id() {
        return id;
    }

    /** Whether there is anything that doesn't stand already. */
    boolean isNews() {
        return !news.isEmpty();
    }

    /** What doesn't stand already. */
    Stream<Told<B>> news() {
        return news.stream().map(one -> new Told<>(subject, id, one));
    }

    /** The versions whose record time ends. */
    List<V> replaced() {
        return standing.stream()
                .filter(old ->
                        kind.extent() == Extent.EPISODE || validities.stream().anyMatch(old.validity()::overlaps))
                .toList();
    }

    /** The versions that begin: what is left of those that end, and what was told, the latest last. */
    List<V> rows(Instant now, String editor) {
        int revision = revision(standing).orElse(0) + 1;
        List<V> rows = new ArrayList<>(remainders(revision, now));
        news.forEach(one -> rows.add(row(one, revision, now, editor)));
        return rows;
    }

    /** How many versions stand when these have begun. */
    int standingWith(List<V> rows) {
        return standing.size() - replaced().size() + rows.size();
    }

    /** What a write came to that recorded nothing. */
    Written<B> unchanged(String editor) {
        Asserted<B> latest = asserted.get(asserted.size() - 1);
        V version = standing.stream()
                .filter(stood -> says(stood, latest))
                .findFirst()
                .orElseThrow();
        return new Written<>(version.toFact(), tag(version, standing), Written.Outcome.UNCHANGED, editor);
    }

    /** What a write came to whose last version this is. */
    Written<B> written(V last, String editor) {
        return new Written<>(
                last.toFact(),
                tag(last, List.of()),
                standing.isEmpty() ? Written.Outcome.CREATED : Written.Outcome.NEW_VERSION,
                editor);
    }

    private List<V> remainders(int revision, Instant now) {
        if (kind.extent() == Extent.EPISODE) {
            return List.of();
        }
        return replaced().stream()
                .flatMap(old -> remainder(old.validity()).stream().map(piece -> copy(kind, old, piece, revision, now)))
                .toList();
    }

    private List<Validity> remainder(Validity whole) {
        List<Validity> left = List.of(whole);
        for (Validity one : validities) {
            left = left.stream()
                    .flatMap(piece -> piece.overlaps(one) ? piece.minus(one).stream() : Stream.of(piece))
                    .toList();
        }
        return left;
    }

    /** When what is told holds: where nothing else is stated, from its own date on. */
    static Validity validity(Asserted<? extends FactBody> asserted) {
        PartialDate from = asserted.assertion().validFrom() == null
                ? asserted.body().holdsFrom().orElse(null)
                : asserted.assertion().validFrom();
        return Validity.of(from, asserted.assertion().validTo());
    }

    private static <B extends FactBody> boolean says(FactVersion<B> version, Asserted<B> asserted) {
        return version.body().equals(asserted.body())
                && version.validity().isShownAs(validity(asserted))
                && version.standing == asserted.assertion().standing()
                && version.preferred == asserted.assertion().preferred()
                && version.sources.equals(asserted.assertion().sources());
    }

    private V row(Asserted<B> told, int revision, Instant now, String editor) {
        V row = blank(kind, subject, id, validity(told), revision, now);
        row.body(told.body());
        row.standing = told.assertion().standing();
        row.preferred = told.assertion().preferred();
        row.sources = told.assertion().sources();
        row.recordedBy = editor;
        return row;
    }

    /** A version that says the same of another time, or of the same under a new revision. */
    static <B extends FactBody, V extends FactVersion<B>> V copy(
            FactKind<B, V> kind, V old, Validity validity, int revision, Instant now) {
        V row = blank(kind, old.subject, old.factId, validity, revision, now);
        row.body(old.body());
        row.standing = old.standing;
        row.preferred = old.preferred;
        row.sources = old.sources;
        row.retraction = old.retraction;
        row.recordedBy = old.recordedBy;
        return row;
    }

    private static <B extends FactBody, V extends FactVersion<B>> V blank(
            FactKind<B, V> kind, String subject, String id, Validity validity, int revision, Instant now) {
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

    /** How often the fact was written. */
    static Optional<Integer> revision(List<? extends FactVersion<?>> standing) {
        return standing.stream().map(version -> version.revision).max(Integer::compare);
    }

    static EntityTag tag(FactVersion<?> version, List<? extends FactVersion<?>> standing) {
        return tag(version, revision(standing).orElse(version.revision));
    }

    static EntityTag tag(FactVersion<?> version, int revision) {
        String id = version.versionId.toString();
        return new EntityTag(revision, id.substring(id.length() - 12));
    }
}
