package io.cumulo.disputes.ocds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.disputes.ocds.ReleaseFilter.Asked;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.clock.RecordClock;
import io.cumulo.kit.page.Cursor;
import io.cumulo.kit.page.Page;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Releases, page by page: first those that publishers published, by their dates, then those of contracts of our own, contract by contract. In the current
 * session.
 */
@ApplicationScoped
class ReleaseList {

    private static final String PUBLISHED = "published";

    /** Releases may be long. */
    private static final int AT_ONCE = 100;

    /** Cursors carry no signs: so many seconds before 1970 did the first day begin. */
    private static final long SHIFT = -Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();

    private static final long MICROS = 1_000_000;
    private static final long NANOS_A_MICRO = 1_000;

    private final OwnReleaseList own;
    private final RecordClock clock;

    ReleaseList(OwnReleaseList own, RecordClock clock) {
        this.own = own;
        this.clock = clock;
    }

    private record Position(Instant date, String key) {}

    Uni<Page<ObjectNode>> page(String list, Asked asked, Moment moment, Optional<Cursor> after, int limit) {
        return clock.settled(moment).chain(settled -> {
            if (after.filter(cursor -> cursor.text(0).equals(OwnReleaseList.NAME))
                    .isPresent()) {
                return own.page(list, asked, settled, OwnReleaseList.position(after.get()), limit);
            }
            int most = Math.min(limit, AT_ONCE);
            return lengths(asked, settled, after, most + 1).chain(lengths -> {
                int fitting = fitting(lengths, most);
                return published(asked, settled, after, fitting)
                        .chain(found -> fitting < lengths.size()
                                ? Uni.createFrom().item(cut(list, found))
                                : own.page(list, asked, settled, OwnReleaseList.START, most - found.size())
                                        .map(more -> joined(found, more)));
            });
        });
    }

    /** How many of the releases a page holds: as long together as can be held at once, and one at least. */
    private static int fitting(List<Long> lengths, int most) {
        int fitting = 0;
        long characters = 0;
        while (fitting < Math.min(lengths.size(), most)
                && (fitting == 0 || characters + lengths.get(fitting) <= Processes.MAX_CHARACTERS)) {
            characters += lengths.get(fitting);
            fitting++;
        }
        return fitting;
    }

    private static Page<ObjectNode> cut(String list, List<ReleaseVersion> found) {
        ReleaseVersion last = found.get(found.size() - 1);
        String micros = String.valueOf(micros(last.body().releasedAt()));
        return new Page<>(
                found.stream().map(version -> Package.release(version.body())).toList(),
                Optional.of(Cursor.of(list, PUBLISHED, micros, last.factId()).encoded()));
    }

    private static long micros(Instant date) {
        return (date.getEpochSecond() + SHIFT) * MICROS + date.getNano() / NANOS_A_MICRO;
    }

    private static Page<ObjectNode> joined(List<ReleaseVersion> published, Page<ObjectNode> own) {
        List<ObjectNode> all = new ArrayList<>();
        published.forEach(version -> all.add(Package.release(version.body())));
        all.addAll(own.items());
        return new Page<>(all, own.next());
    }

    private static Uni<List<ReleaseVersion>> published(Asked asked, Moment moment, Optional<Cursor> after, int limit) {
        return limit == 0
                ? Uni.createFrom().item(List.of())
                : read("r", ReleaseVersion.class, asked, moment, after, limit);
    }

    private static Uni<List<Long>> lengths(Asked asked, Moment moment, Optional<Cursor> after, int limit) {
        return read(
                "cast(length(r.body.content) + length(r.body.publishedIn) as Long)",
                Long.class,
                asked,
                moment,
                after,
                limit);
    }

    private static <T> Uni<List<T>> read(
            String what, Class<T> type, Asked asked, Moment moment, Optional<Cursor> after, int limit) {
        Map<String, Object> parameters = new HashMap<>(Map.of("asOf", moment.asOf()));
        StringBuilder condition = new StringBuilder("r.validFrom <= :asOf");
        moment.knownAt()
                .ifPresent(instant -> and(condition, parameters, "r.recordedFrom <= :knownAt", "knownAt", instant));
        asked.ocid().ifPresent(ocid -> and(condition, parameters, "r.body.ocid = :ocid", "ocid", ocid));
        if (!asked.buyers().isEmpty()) {
            String bought = "(r.body.buyer in :buyers or r.body.statedBuyer in :buyers)";
            and(condition, parameters, bought, "buyers", asked.buyers());
        }
        asked.since().ifPresent(date -> and(condition, parameters, "r.body.releasedAt >= :since", "since", date));
        asked.until().ifPresent(date -> and(condition, parameters, "r.body.releasedAt < :until", "until", date));
        after.ifPresent(cursor -> {
            Position position = position(cursor);
            and(
                    condition,
                    parameters,
                    "r.body.releasedAt >= :date and (r.body.releasedAt > :date or r.factId > :key)",
                    "date",
                    position.date());
            parameters.put("key", position.key());
        });
        return Panache.getSession().chain(session -> {
            Mutiny.SelectionQuery<T> query = session.createSelectionQuery(
                    "select " + what + " from ReleaseVersion r where " + condition
                            + " order by r.body.releasedAt, r.factId",
                    type);
            parameters.forEach(query::setParameter);
            return query.setMaxResults(limit).getResultList();
        });
    }

    private static Position position(Cursor cursor) {
        long micros = cursor.number(1);
        return new Position(
                Instant.ofEpochSecond(micros / MICROS - SHIFT, micros % MICROS * NANOS_A_MICRO), cursor.text(2));
    }

    private static void and(
            StringBuilder condition, Map<String, Object> parameters, String more, String name, Object value) {
        condition.append(" and ").append(more);
        parameters.put(name, value);
    }
}
