package io.cumulo.disputes.dispute;

import io.cumulo.disputes.docket.RecordedDockets;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.Standing;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Which disputes appeal from others, and where they stand; in the current session. */
@ApplicationScoped
public class Appeals {

    private static final String HOLDS = "a.standing <> :retracted and (a.validFrom is null or a.validFrom <= :asOf)"
            + " and (a.validTo is null or a.validTo > :asOf)";
    private static final String STANDS = " and a.recordedTo is null";
    private static final String STOOD =
            " and a.recordedFrom <= :knownAt and (a.recordedTo is null or a.recordedTo > :knownAt)";

    private final RecordedDockets dockets;

    public Appeals(RecordedDockets dockets) {
        this.dockets = dockets;
    }

    /** The appeals from each of these disputes at the moment, those without left out; all of them in two queries. */
    Uni<Map<String, List<ShownAppeal>>> of(Collection<String> disputes, Moment moment) {
        return versions(disputes, moment).chain(appeals -> dockets.states(
                        appeals.stream().map(DisputeVersion::subject).toList(), moment)
                .map(states -> appeals.stream()
                        .collect(Collectors.groupingBy(
                                appeal -> appeal.body.appealsFrom(),
                                Collectors.mapping(
                                        appeal -> ShownAppeal.of(appeal, states.get(appeal.subject())),
                                        Collectors.toList())))));
    }

    private static Uni<List<DisputeVersion>> versions(Collection<String> disputes, Moment moment) {
        if (disputes.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Panache.getSession().chain(session -> {
            Mutiny.SelectionQuery<DisputeVersion> query = session.createSelectionQuery(
                            "select a from DisputeVersion a where a.body.appealsFrom in :disputes and " + HOLDS
                                    + (moment.knownAt().isPresent() ? STOOD : STANDS) + " order by a.subject",
                            DisputeVersion.class)
                    .setParameter("disputes", disputes)
                    .setParameter("retracted", Standing.RETRACTED)
                    .setParameter("asOf", moment.asOf());
            moment.knownAt().ifPresent(instant -> query.setParameter("knownAt", instant));
            return query.getResultList();
        });
    }
}
