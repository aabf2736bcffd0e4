package io.cumulo.disputes.docket;

import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.Standing;
import io.cumulo.kit.value.PartialDate;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads dockets, in the current session. */
@ApplicationScoped
public class RecordedDockets {

    private static final String STANDS = " and e.recordedTo is null";
    private static final String STOOD =
            " and e.recordedFrom <= :knownAt and (e.recordedTo is null or e.recordedTo > :knownAt)";

    /** A page of disputes may have any number of entries: so many are read at once, two of the longest dockets. */
    private static final int AT_ONCE = 2 * DocketRules.MAX_ENTRIES;

    private static final String UNTIL_THE_DAY = " and e.validFrom <= :asOf and e.standing <> :retracted";

    /**
     * Where each of these disputes stood on the day, by what was recorded until the instant.
     *
     * @return by key of the dispute; a dispute without entries is in its {@link DisputeState#INITIAL} state
     */
    public Uni<Map<String, DisputeState>> states(Collection<String> disputes, Moment moment) {
        Map<String, DisputeState> states = new TreeMap<>();
        disputes.forEach(dispute -> states.put(dispute, DisputeState.INITIAL));
        return fold(states.keySet(), moment, states).replaceWith(states);
    }

    /** No docket is longer than what is read at once, so that at least one is folded each time. */
    private static Uni<Void> fold(Set<String> disputes, Moment moment, Map<String, DisputeState> states) {
        if (disputes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return rows(disputes, moment, UNTIL_THE_DAY, AT_ONCE).chain(rows -> {
            boolean isAll = rows.size() < AT_ONCE;
            Map<String, DocketEntries> whole = dockets(rows);
            if (!isAll) {
                whole.remove(dispute(rows.get(rows.size() - 1)));
            }
            whole.forEach((dispute, entries) -> states.put(dispute, entries.state(moment.asOf())));
            Set<String> left = new TreeSet<>(disputes);
            left.removeAll(whole.keySet());
            return isAll ? Uni.createFrom().voidItem() : fold(left, moment, states);
        });
    }

    /** The entries of each of these disputes as they stood at the instant, whatever the day; those without left out. */
    public Uni<Map<String, DocketEntries>> entries(Collection<String> disputes, Moment moment) {
        return disputes.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : rows(disputes, moment, "", Integer.MAX_VALUE).map(RecordedDockets::dockets);
    }

    /** The entries as they stood at the instant, whatever the day. */
    Uni<DocketEntries> entries(String dispute, Moment moment) {
        return entries(List.of(dispute), moment)
                .map(dockets -> dockets.getOrDefault(dispute, new DocketEntries(List.of())));
    }

    /** The docket of each of these disputes as it stood at the instant, whatever the day; all of them are read in one query. */
    public Uni<Map<String, RecordedDocket>> of(Collection<String> disputes, Moment moment) {
        return versions(disputes, moment).map(versions -> {
            Map<String, List<EntryVersion>> dockets =
                    versions.stream().collect(Collectors.groupingBy(EntryVersion::subject));
            return disputes.stream()
                    .distinct()
                    .collect(Collectors.toMap(
                            Function.identity(),
                            dispute -> new RecordedDocket(dockets.getOrDefault(dispute, List.of()))));
        });
    }

    /** The docket as it stood at the instant, whatever the day. */
    Uni<RecordedDocket> docket(String dispute, Moment moment) {
        return versions(List.of(dispute), moment).map(RecordedDocket::new);
    }

    /** The moves of securities that the docket told at the instant, whatever the day. Most dockets tell of none, and aren't read then. */
    Uni<List<RecordedDocket.Placed>> securityMoves(String dispute, Moment moment) {
        return versions(List.of(dispute), moment, " and e.body.security is not null")
                .chain(moves -> moves.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : entries(dispute, moment)
                                .map(entries -> RecordedDocket.placed(entries.all(), moves, LocalDate.MAX)));
    }

    /** What the rules need of the entries, docket by docket. */
    private static Uni<List<Object[]>> rows(Collection<String> disputes, Moment moment, String condition, int most) {
        return Panache.getSession().chain(session -> {
            Mutiny.SelectionQuery<Object[]> query = session.createSelectionQuery(
                            "select e.subject, e.factId, e.standing, e.body.kind, e.body.on, e.body.number, e.body.security,"
                                    + " e.body.party.company, e.body.scope, e.body.lifts, e.body.modifies, e.body.outcome,"
                                    + " e.body.grants, e.body.reason, e.body.review"
                                    + " from EntryVersion e where e.subject in :disputes" + known(moment) + condition
                                    + " order by e.subject, e.enteredAt, e.factId",
                            Object[].class)
                    .setParameter("disputes", disputes)
                    .setMaxResults(most);
            moment.knownAt().ifPresent(instant -> query.setParameter("knownAt", instant));
            if (!condition.isEmpty()) {
                query.setParameter("asOf", moment.asOf()).setParameter("retracted", Standing.RETRACTED);
            }
            return query.getResultList();
        });
    }

    private static Map<String, DocketEntries> dockets(List<Object[]> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        RecordedDockets::dispute,
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.mapping(RecordedDockets::row, Collectors.toList()), DocketEntries::new)));
    }

    private static String dispute(Object[] row) {
        return (String) row[0];
    }

    @SuppressWarnings("unchecked")
    private static DocketEntries.Row row(Object[] row) {
        StatedEntry stated = new StatedEntry(
                (EntryKind) row[3],
                (PartialDate) row[4],
                (String) row[5],
                null,
                null,
                null,
                (StatedSecurity) row[6],
                row[7] == null ? null : new StatedEntry.Joining((String) row[7]),
                (OrderScope) row[8],
                (String) row[9],
                (String) row[10],
                (Outcome) row[11],
                (List<String>) row[12],
                (DismissalReason) row[13],
                (Review) row[14]);
        return new DocketEntries.Row((String) row[1], stated, row[2] == Standing.RETRACTED);
    }

    private static Uni<List<EntryVersion>> versions(Collection<String> disputes, Moment moment) {
        return disputes.isEmpty() ? Uni.createFrom().item(List.of()) : versions(disputes, moment, "");
    }

    private static String known(Moment moment) {
        return moment.knownAt().isPresent() ? STOOD : STANDS;
    }

    private static Uni<List<EntryVersion>> versions(Collection<String> disputes, Moment moment, String condition) {
        return Panache.getSession().chain(session -> {
            Mutiny.SelectionQuery<EntryVersion> query = session.createSelectionQuery(
                            "select e from EntryVersion e where e.subject in :disputes" + known(moment) + condition
                                    + " order by e.enteredAt, e.factId",
                            EntryVersion.class)
                    .setParameter("disputes", disputes);
            moment.knownAt().ifPresent(instant -> query.setParameter("knownAt", instant));
            return query.getResultList();
        });
    }
}
