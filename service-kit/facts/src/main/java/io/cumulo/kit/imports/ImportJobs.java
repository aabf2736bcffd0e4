package io.cumulo.kit.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.kit.problem.Problem;
import io.cumulo.kit.storage.JsonRows;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;

/** The jobs and their entries as stored; within the current session or transaction. */
@ApplicationScoped
class ImportJobs {

    private static final String SELECT = """
            select id, collection, editor, format, state, received, read, accepted, unchanged, rejected, put_off, cast(unmapped as text), failure,
                   started_at, finished_at
            from import_job
            """;

    private final ObjectMapper mapper;
    private final JsonRows rows;

    ImportJobs(ObjectMapper mapper, JsonRows rows) {
        this.mapper = mapper;
        this.rows = rows;
    }

    /** So much of a file's text is held at once, or one entry if that is longer. */
    private static final int CHARACTERS_AT_ONCE = 4 << 20;

    /** So many entries are dropped in one transaction: within its time limit, though each may be long. */
    static final int DROPPED_AT_ONCE = 1000;

    /**
     * An entry with its place in the file, and what stands around it.
     *
     * @param again whether it was refused before, and is tried once more
     */
    record Numbered(long number, boolean again, Entry entry, Optional<String> around) {}

    private record EntryRow(long number, long line, String text, String fault) {}

    private record SecondTry(long number, long first, long line, String text) {}

    Uni<Void> open(UUID id, String collection, String format, String editor) {
        return execute("""
                insert into import_job (id, collection, format, editor, state)
                values (:id, :collection, :format, :editor, 'receiving')
                """, Map.of("id", id, "collection", collection, "format", format, "editor", editor));
    }

    Uni<Void> receive(UUID id, long first, List<Entry> entries) {
        List<EntryRow> arrived = IntStream.range(0, entries.size())
                .mapToObj(index -> {
                    Entry entry = entries.get(index);
                    return new EntryRow(
                            first + index,
                            entry.line(),
                            entry.text(),
                            entry.fault().orElse(null));
                })
                .toList();
        return whileItArrives(id, "received = received + :more", Map.of("more", entries.size()))
                .chain(() -> execute("""
                        insert into import_entry (job, number, line, text, fault)
                        select :id, number, line, text, fault from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                            as row (number bigint, line bigint, text text, fault text)
                        """, Map.of("id", id, "rows", rows.json(arrived))));
    }

    /** Keeps what stands around the entries up to this one, from the last such on. */
    Uni<Void> surround(UUID id, long last, String text) {
        return whileItArrives(id, "received = received", Map.of())
                .chain(() -> execute(
                        "insert into import_surrounding (job, last, text) values (:id, :last, :text) on conflict do nothing",
                        Map.of("id", id, "last", last, "text", text)));
    }

    /** All of it has arrived. */
    Uni<Void> received(UUID id) {
        return whileItArrives(id, "state = 'running'", Map.of());
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when the job was given up meanwhile: what comes after that would stay for ever */
    private Uni<Void> whileItArrives(UUID id, String change, Map<String, Object> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("id", id);
        return update("update import_job set " + change + " where id = :id and state = 'receiving'", all)
                .invoke(updated -> {
                    if (updated == 0) {
                        throw Problem.NOT_ALLOWED_NOW.because(
                                "The import was given up, because it took too long to arrive; hand the file in again, in parts if need be");
                    }
                })
                .replaceWithVoid();
    }

    /** Ends the job without having recorded anything, if it is still arriving. */
    Uni<Void> fail(UUID id, String reason) {
        return execute("""
                update import_job set state = 'failed', failure = :reason, finished_at = now() where id = :id and state = 'receiving'
                """, Map.of("id", id, "reason", reason));
    }

    /**
     * A job that is done or failed, whose entries aren't dropped yet.
     *
     * @param last number of an entry that it may have
     */
    record Ended(UUID id, long last) {}

    Uni<List<Ended>> ended() {
        return rows("""
                        select id, received + put_off from import_job where state in ('done', 'failed') and not emptied order by finished_at limit 100
                        """, Map.of()).map(rows -> rows.stream()
                .map(row -> new Ended((UUID) row[0], ((Number) row[1]).longValue()))
                .toList());
    }

    /** Drops so many of the entries after this one as go into a transaction, and what stands around them. */
    Uni<Void> drop(UUID id, long after) {
        Map<String, Object> piece = Map.of("id", id, "after", after, "last", after + DROPPED_AT_ONCE);
        return execute("delete from import_entry where job = :id and number > :after and number <= :last", piece)
                .chain(() -> execute(
                        "delete from import_surrounding where job = :id and last >= :after and last <= :last", piece));
    }

    Uni<Void> emptied(UUID id) {
        return execute("update import_job set emptied = true where id = :id", Map.of("id", id));
    }

    Uni<Optional<ImportJob>> find(String collection, UUID id) {
        return jobs(SELECT + "where id = :id and collection = :collection", Map.of("id", id, "collection", collection))
                .map(jobs -> jobs.stream().findFirst());
    }

    /** The newest first. */
    Uni<List<ImportJob>> list(String collection, Optional<String> before, int limit) {
        return jobs(
                SELECT + "where collection = :collection and id < cast(:before as uuid) order by id desc limit :limit",
                Map.of(
                        "collection",
                        collection,
                        "before",
                        before.orElse("ffffffff-ffff-ffff-ffff-ffffffffffff"),
                        "limit",
                        limit));
    }

    /**
     * The job, for this transaction alone; empty when another process has it or there is nothing left to do. A lock of its row would give the transaction
     * its number, by which the feed tells it, before it waits for what it writes to; so it has a lock without a row, and looks once it has that.
     */
    Uni<Optional<ImportJob>> claim(UUID id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select pg_try_advisory_xact_lock(hashtextextended('import/' || :id, 0))",
                                Boolean.class)
                        .setParameter("id", id.toString())
                        .getSingleResult())
                .chain(claimed -> claimed
                        ? jobs(SELECT + "where id = :id and state = 'running'", Map.of("id", id))
                        : Uni.createFrom().item(List.<ImportJob>of()))
                .map(jobs -> jobs.stream().findFirst());
    }

    Uni<List<UUID>> unfinished() {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select id from import_job where state = 'running' order by started_at limit 100", UUID.class)
                .getResultList());
    }

    /** Uploads that ended with the process that took them. */
    Uni<List<UUID>> abandoned() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        select id from import_job where state = 'receiving' and started_at < now() - interval '6 hours' limit 100
                        """, UUID.class).getResultList());
    }

    /** The next entries: as many as asked for, fewer when they are long. */
    Uni<List<Numbered>> entries(UUID id, long after, int limit) {
        return rows("""
                        select coalesce(first, number), first is not null, line, text, fault,
                            (select a.text from import_surrounding a where a.job = :id and a.last >= coalesce(first, number) order by a.last limit 1)
                        from (select number, first, line, text, fault, sum(length(text)) over (order by number) - length(text) as before
                              from (select number, first, line, text, fault from import_entry where job = :id and number > :after
                                    order by number limit :limit) next) measured
                        where before < :most
                        order by number
                        """, Map.of("id", id, "after", after, "limit", limit, "most", CHARACTERS_AT_ONCE))
                .map(rows -> rows.stream()
                        .map(row -> new Numbered(
                                ((Number) row[0]).longValue(),
                                (Boolean) row[1],
                                new Entry(((Number) row[2]).longValue(), (String) row[3], Optional.ofNullable((String)
                                        row[4])),
                                Optional.ofNullable((String) row[5])))
                        .toList());
    }

    /** Moves the job on by what a batch came to. */
    Uni<Void> advance(ImportJob job, Tally tally) {
        return execute("""
                insert into import_rejection (job, number, line, reason, faults, excerpt)
                select :id, number, line, reason, errors, excerpt from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                    as row (number bigint, line bigint, reason text, errors jsonb, excerpt text)
                """, Map.of("id", job.id(), "rows", rows.json(tally.rejections())))
                .chain(() -> putOff(job, tally.putOff()))
                .chain(() -> execute(
                        """
                        update import_job set read = read + :read, accepted = accepted + :accepted, unchanged = unchanged + :unchanged,
                            rejected = rejected + :rejected, put_off = put_off + :putOff, unmapped = cast(cast(:unmapped as text) as jsonb)
                        where id = :id
                        """,
                        Map.of(
                                "id", job.id(),
                                "read", tally.read(),
                                "accepted", tally.accepted(),
                                "unchanged", tally.unchanged(),
                                "rejected", tally.rejections().size(),
                                "putOff", tally.putOff().size(),
                                "unmapped", rows.json(tally.unmapped()))));
    }

    /** Behind all other entries. */
    private Uni<Void> putOff(ImportJob job, List<Numbered> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        long last = job.received() + job.putOff();
        List<SecondTry> tries = IntStream.range(0, entries.size())
                .mapToObj(index -> new SecondTry(
                        last + index + 1,
                        entries.get(index).number(),
                        entries.get(index).entry().line(),
                        entries.get(index).entry().text()))
                .toList();
        return execute("""
                insert into import_entry (job, number, first, line, text)
                select :id, number, first, line, text from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                    as row (number bigint, first bigint, line bigint, text text)
                """, Map.of("id", job.id(), "rows", rows.json(tries)));
    }

    Uni<Void> finish(UUID id) {
        return execute("update import_job set state = 'done', finished_at = now() where id = :id", Map.of("id", id));
    }

    Uni<List<Rejection>> rejections(UUID id, long after, int limit) {
        return rows("""
                        select number, line, reason, cast(faults as text), excerpt from import_rejection
                        where job = :id and number > :after order by number limit :limit
                        """, Map.of("id", id, "after", after, "limit", limit)).map(rows -> rows.stream()
                .map(row -> new Rejection(
                        ((Number) row[0]).longValue(),
                        ((Number) row[1]).longValue(),
                        (String) row[2],
                        tree((String) row[3]),
                        (String) row[4]))
                .toList());
    }

    Uni<Void> execute(String statement, Map<String, Object> parameters) {
        return update(statement, parameters).replaceWithVoid();
    }

    private static Uni<Integer> update(String statement, Map<String, Object> parameters) {
        return Panache.getSession().chain(session -> {
            Mutiny.MutationQuery query = session.createNativeQuery(statement);
            parameters.forEach(query::setParameter);
            return query.executeUpdate();
        });
    }

    private Uni<List<ImportJob>> jobs(String query, Map<String, Object> parameters) {
        return rows(query, parameters).map(rows -> rows.stream().map(this::job).toList());
    }

    private static Uni<List<Object[]>> rows(String query, Map<String, Object> parameters) {
        return Panache.getSession().chain(session -> {
            Mutiny.SelectionQuery<Object[]> selection = session.createNativeQuery(query, Object[].class);
            parameters.forEach(selection::setParameter);
            return selection.getResultList();
        });
    }

    private ImportJob job(Object[] row) {
        return new ImportJob(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                ((Number) row[5]).longValue(),
                ((Number) row[6]).longValue(),
                ((Number) row[7]).longValue(),
                ((Number) row[8]).longValue(),
                ((Number) row[9]).longValue(),
                ((Number) row[10]).longValue(),
                mapper.convertValue(tree((String) row[11]), new TypeReference<Map<String, Long>>() {}),
                (String) row[12],
                instant(row[13]),
                instant(row[14]));
    }

    private static Instant instant(Object stored) {
        return stored == null ? null : ((OffsetDateTime) stored).toInstant();
    }

    private JsonNode tree(String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException stored) {
            throw new IllegalStateException(stored);
        }
    }
}
