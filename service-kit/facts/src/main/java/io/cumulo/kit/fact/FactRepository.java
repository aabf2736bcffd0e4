package io.cumulo.kit.fact;

import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.page.Cursor;
import io.cumulo.kit.storage.JsonRows;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads and writes the versions of one kind of fact, in the session of the current request. */
final class FactRepository<V extends FactVersion<?>> {

    private static final String HOLDS =
            "(v.validFrom is null or v.validFrom <= :asOf) and (v.validTo is null or v.validTo > :asOf)";
    private static final String STANDS = "v.recordedTo is null";
    private static final String STOOD =
            "v.recordedFrom <= :knownAt and (v.recordedTo is null or v.recordedTo > :knownAt)";

    /** How many versions of a fact stand at most, and how many its history tells. */
    static final int MOST_VERSIONS = 1000;

    private static final String SINCE_EVER = "ever";

    private static final String ORDER = "v.subject, v.factId";

    /** How many facts ahead are asked one by one, for each that is wanted; what half of all have is found so. */
    private static final int AHEAD = 2;

    private static final int MOST_ONE_BY_ONE = 100;

    private final Class<V> entity;
    private final String table;
    private final JsonRows rows;

    FactRepository(Class<V> entity, JsonRows rows) {
        this.rows = rows;
        this.entity = entity;
        this.table = entity.getAnnotation(Table.class).name();
    }

    /** Lets one writer at a time at each of the facts, in one order for everybody: record time is taken after this, so versions of one fact follow each other. */
    Uni<Void> lock(List<FactKey> facts) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select count(*) from (
                                    select pg_advisory_xact_lock(key) from (
                                        select distinct hashtextextended(:kind || '/' || subject || '/' || id, 0) as key
                                        from jsonb_to_recordset(cast(cast(:facts as text) as jsonb)) as asked (subject text, id text)
                                        order by key) ordered) locked
                                """, Long.class)
                        .setParameter("kind", table)
                        .setParameter("facts", rows.json(facts))
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** The versions that stand of each of the facts, over all of valid time; without those of which none does. */
    Uni<Map<FactKey, List<V>>> standing(List<FactKey> facts) {
        Set<FactKey> asked = Set.copyOf(facts);
        Map<String, Object> parameters = Map.of(
                "subjects", facts.stream().map(FactKey::subject).distinct().toList(),
                "ids", facts.stream().map(FactKey::id).distinct().toList());
        return select("v.subject in (:subjects) and v.factId in (:ids) and " + STANDS, "v.validFrom", parameters)
                .map(versions -> versions.stream()
                        .filter(version -> asked.contains(key(version)))
                        .collect(Collectors.groupingBy(FactRepository::key)));
    }

    private static FactKey key(FactVersion<?> version) {
        return new FactKey(version.subject(), version.factId());
    }

    /** The newest versions recorded up to the moment, newest first; one more than are told, where there are more. */
    Uni<List<V>> newest(String subject, String id, Moment moment) {
        Map<String, Object> parameters = new HashMap<>(Map.of("subject", subject, "id", id));
        moment.knownAt().ifPresent(instant -> parameters.put("knownAt", instant));
        String known = moment.knownAt().isPresent() ? " and v.recordedFrom <= :knownAt" : "";
        return select(
                "v.subject = :subject and v.factId = :id" + known,
                "v.recordedFrom desc, v.validFrom desc",
                parameters,
                MOST_VERSIONS + 1);
    }

    /**
     * The version that holds at a moment.
     *
     * @param revision of what stood then, over all of valid time
     */
    record Held<V>(V version, int revision) {}

    Uni<Optional<Held<V>>> at(String subject, String id, Moment moment) {
        Map<String, Object> parameters = parameters(moment);
        parameters.putAll(Map.of("subject", subject, "id", id));
        String known = moment.knownAt().isPresent() ? STOOD : STANDS;
        String question = "select v, (select max(w.revision) from " + entity.getName()
                + " w where w.subject = v.subject and w.factId = v.factId and " + known.replace("v.", "w.") + ") from "
                + entity.getName() + " v where v.subject = :subject and v.factId = :id and " + condition(moment);
        return Panache.getSession().chain(session -> {
            Mutiny.SelectionQuery<Object[]> query = session.createSelectionQuery(question, Object[].class);
            parameters.forEach(query::setParameter);
            return query.getSingleResultOrNull().map(row -> Optional.ofNullable(row)
                    .map(held -> new Held<>(entity.cast(held[0]), ((Number) held[1]).intValue())));
        });
    }

    /** Whether any version stands. */
    Uni<Boolean> exists(String subject, String id) {
        return select(
                        "v.subject = :subject and v.factId = :id and " + STANDS,
                        "v.validFrom",
                        Map.of("subject", subject, "id", id),
                        1)
                .map(versions -> !versions.isEmpty());
    }

    /** The versions that stood at the moment's knownAt, over all of valid time. */
    Uni<List<V>> standingAt(String subject, String id, Moment moment) {
        Map<String, Object> parameters = new HashMap<>(Map.of("subject", subject, "id", id));
        moment.knownAt().ifPresent(instant -> parameters.put("knownAt", instant));
        return select(
                "v.subject = :subject and v.factId = :id and "
                        + (moment.knownAt().isPresent() ? STOOD : STANDS),
                "v.validFrom",
                parameters);
    }

    /** Facts that hold at the moment, by subject and key, without the retracted ones; at most limit and one more. */
    Uni<List<V>> list(FactFilter filter, Moment moment, Optional<Cursor> after, int limit) {
        Map<String, Object> parameters = parameters(moment);
        parameters.putAll(filter.parameters());
        parameters.put("retracted", Standing.RETRACTED);
        String condition = filter.condition() + " and " + condition(moment) + " and v.standing <> :retracted"
                + after.map(cursor -> afterFact(cursor, parameters)).orElse("");
        return filter.search()
                .map(search -> search(search, condition, parameters, after, limit))
                .orElseGet(() -> select(condition, ORDER, parameters, limit + 1));
    }

    /** The next facts of the list are asked one by one; where not enough of them are found, they are looked for everywhere. */
    private Uni<List<V>> search(
            FactFilter.Search search,
            String condition,
            Map<String, Object> parameters,
            Optional<Cursor> after,
            int limit) {
        Uni<List<V>> everywhere = Uni.createFrom()
                .deferred(() -> select(condition + " and " + search.everywhere(), ORDER, parameters, limit + 1));
        if (limit > MOST_ONE_BY_ONE) {
            return everywhere;
        }
        return subjectAhead(after, AHEAD * (limit + 1)).chain(last -> {
            Map<String, Object> near = new HashMap<>(parameters);
            last.ifPresent(subject -> near.put("last", subject));
            String here = last.isPresent() ? " and v.subject <= :last" : "";
            return select(condition + here + " and " + search.oneByOne(), ORDER, near, limit + 1)
                    .chain(found -> last.isEmpty() || found.size() > limit
                            ? Uni.createFrom().item(found)
                            : everywhere);
        });
    }

    /** The subject so many facts further on; none where the list ends before. */
    private Uni<Optional<String>> subjectAhead(Optional<Cursor> after, int facts) {
        Map<String, Object> parameters = new HashMap<>();
        String condition =
                STANDS + after.map(cursor -> afterFact(cursor, parameters)).orElse("");
        return Panache.getSession().chain(session -> {
            Mutiny.SelectionQuery<String> query = session.createSelectionQuery(
                    "select v.subject from " + entity.getName() + " v where " + condition + " order by " + ORDER,
                    String.class);
            parameters.forEach(query::setParameter);
            return query.setFirstResult(facts)
                    .setMaxResults(1)
                    .getSingleResultOrNull()
                    .map(Optional::ofNullable);
        });
    }

    private static String afterFact(Cursor cursor, Map<String, Object> parameters) {
        parameters.put("afterSubject", cursor.text(0));
        parameters.put("afterId", cursor.text(1));
        return " and (v.subject > :afterSubject or (v.subject = :afterSubject and v.factId > :afterId))";
    }

    /** Versions that stood at the moment's knownAt, of whatever time they tell, without the retracted ones; at most limit and one more. */
    Uni<List<V>> standing(Moment moment, Optional<Cursor> after, int limit) {
        Map<String, Object> parameters = new HashMap<>(Map.of("retracted", Standing.RETRACTED));
        moment.knownAt().ifPresent(instant -> parameters.put("knownAt", instant));
        String condition = (moment.knownAt().isPresent() ? STOOD : STANDS) + " and v.standing <> :retracted"
                + after.map(cursor -> after(cursor, parameters)).orElse("");
        return select(condition, "v.subject, v.factId, v.validFrom nulls first", parameters, limit + 1);
    }

    private static String after(Cursor cursor, Map<String, Object> parameters) {
        parameters.put("afterSubject", cursor.text(0));
        parameters.put("afterId", cursor.text(1));
        String begin = cursor.text(2);
        if (!begin.equals(SINCE_EVER)) {
            parameters.put("afterDay", LocalDate.parse(begin));
        }
        return " and (v.subject > :afterSubject or (v.subject = :afterSubject and (v.factId > :afterId or (v.factId = :afterId and "
                + (begin.equals(SINCE_EVER) ? "v.validFrom is not null" : "v.validFrom > :afterDay")
                + "))))";
    }

    /** Where a version stands among those of its fact, as cursors say it. */
    static String begin(FactVersion<?> version) {
        return version.validFrom == null ? SINCE_EVER : version.validFrom.toString();
    }

    private Uni<List<V>> select(String condition, String order, Map<String, Object> parameters, int limit) {
        return Panache.getSession().chain(session -> query(session, condition, order, parameters)
                .setMaxResults(limit)
                .getResultList());
    }

    private Uni<List<V>> select(String condition, String order, Map<String, Object> parameters) {
        return Panache.getSession()
                .chain(session -> query(session, condition, order, parameters).getResultList());
    }

    private Mutiny.SelectionQuery<V> query(
            Mutiny.Session session, String condition, String order, Map<String, Object> parameters) {
        Mutiny.SelectionQuery<V> query = session.createSelectionQuery(
                "select v from " + entity.getName() + " v where " + condition + " order by " + order, entity);
        parameters.forEach(query::setParameter);
        return query;
    }

    private static String condition(Moment moment) {
        return HOLDS + " and " + (moment.knownAt().isPresent() ? STOOD : STANDS);
    }

    private static Map<String, Object> parameters(Moment moment) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("asOf", moment.asOf());
        moment.knownAt().ifPresent(instant -> parameters.put("knownAt", instant));
        return parameters;
    }

    /** Ends the record time of versions: the only change that a row ever sees. */
    Uni<Void> close(List<UUID> versions) {
        if (versions.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "update " + table + " set recorded_to = recorded_at() where version_id in (:versions)")
                        .setParameter("versions", versions)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> insert(List<V> versions) {
        return Panache.getSession()
                .chain(session -> session.persistAll(versions.toArray()).chain(session::flush));
    }
}
