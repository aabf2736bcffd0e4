package io.cumulo.disputes.docket;

import io.cumulo.kit.clock.Moment;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads dockets, in the current session. */
@ApplicationScoped
public class RecordedDockets {

    private static final String STANDS = " and e.recordedTo is null";
    private static final String STOOD =
            " and e.recordedFrom <= :knownAt and (e.recordedTo is null or e.recordedTo > :knownAt)";

    /**
     * Where each of these disputes stood on the day, by what was recorded until the instant.
     *
     * @return by key of the dispute; a dispute without entries is in its {@link DisputeState#INITIAL} state
     */
    public Uni<Map<String, DisputeState>> states(Collection<String> disputes, Moment moment) {
        return of(disputes, moment).map(dockets -> {
            Map<String, DisputeState> states = new TreeMap<>();
            dockets.forEach((dispute, docket) -> states.put(dispute, docket.state(moment.asOf())));
            return states;
        });
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

    private static Uni<List<EntryVersion>> versions(Collection<String> disputes, Moment moment) {
        if (disputes.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        String known = moment.knownAt().isPresent() ? STOOD : STANDS;
        return Panache.getSession().chain(session -> {
            Mutiny.SelectionQuery<EntryVersion> query = session.createSelectionQuery(
                            "select e from EntryVersion e where e.subject in :disputes" + known
                                    + " order by e.enteredAt, e.factId",
                            EntryVersion.class)
                    .setParameter("disputes", disputes);
            moment.knownAt().ifPresent(instant -> query.setParameter("knownAt", instant));
            return query.getResultList();
        });
    }
}
