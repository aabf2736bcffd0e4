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

/** Reads dockets and folds them, in the current session. */
@ApplicationScoped
public class RecordedDockets {

    /**
     * Where each of these disputes stood on the day, by what was recorded until the instant. The dockets of all of them are read in one query.
     *
     * @return by key of the dispute; a dispute without entries is in its {@link DisputeState#INITIAL} state
     */
    public Uni<Map<String, DisputeState>> states(Collection<String> disputes, Moment moment) {
        return entries(disputes, moment).map(entries -> {
            Map<String, List<DocketEntry>> dockets = entries.stream()
                    .collect(Collectors.groupingBy(
                            EntryVersion::subject, Collectors.mapping(EntryVersion::underRules, Collectors.toList())));
            Map<String, DisputeState> states = new TreeMap<>();
            disputes.forEach(dispute -> states.put(
                    dispute,
                    Docket.fold(dockets.getOrDefault(dispute, List.of()), moment.asOf())
                            .orElseThrow(RecordedDockets::impossible)));
            return states;
        });
    }

    /** The entries of the dispute until the day, as the fold takes them. */
    Uni<List<EntryVersion>> chronicle(String dispute, Moment moment) {
        return entries(List.of(dispute), moment).map(entries -> {
            Map<String, EntryVersion> byKey =
                    entries.stream().collect(Collectors.toMap(EntryVersion::factId, Function.identity()));
            return Docket.inOrder(rules(entries), moment.asOf()).stream()
                    .map(entry -> byKey.get(entry.id()))
                    .toList();
        });
    }

    /** All entries of the dispute as the rules see them, whatever their day. */
    Uni<List<DocketEntry>> everything(String dispute, Moment moment) {
        return entries(List.of(dispute), moment).map(RecordedDockets::rules);
    }

    private static List<DocketEntry> rules(List<EntryVersion> entries) {
        return entries.stream().map(EntryVersion::underRules).toList();
    }

    private static Uni<List<EntryVersion>> entries(Collection<String> disputes, Moment moment) {
        if (disputes.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        String known = moment.knownAt().isPresent() ? " and e.recordedFrom <= :knownAt" : "";
        return Panache.getSession().chain(session -> {
            Mutiny.SelectionQuery<EntryVersion> query = session.createSelectionQuery(
                            "select e from EntryVersion e where e.subject in :disputes" + known, EntryVersion.class)
                    .setParameter("disputes", disputes);
            moment.knownAt().ifPresent(instant -> query.setParameter("knownAt", instant));
            return query.getResultList();
        });
    }

    /** What is recorded was allowed when it was recorded. */
    static IllegalStateException impossible(Refusal refusal) {
        return new IllegalStateException("a recorded docket is not allowed: " + refusal.sentence());
    }
}
