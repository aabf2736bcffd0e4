package io.cumulo.disputes.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.disputes.dispute.DisputeResource;
import io.cumulo.disputes.docket.DocketResource;
import io.cumulo.disputes.litigant.LitigantResource;
import io.cumulo.kit.fact.Written;
import io.cumulo.kit.request.JsonBinder;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The door through which files tell of disputes: each body as a client would PUT it; within the current transaction. */
@ApplicationScoped
public class DisputeFacts {

    private final DisputeResource disputes;
    private final LitigantResource litigants;
    private final DocketResource dockets;
    private final JsonBinder binder;

    DisputeFacts(DisputeResource disputes, LitigantResource litigants, DocketResource dockets, JsonBinder binder) {
        this.disputes = disputes;
        this.litigants = litigants;
        this.dockets = dockets;
        this.binder = binder;
    }

    /**
     * What a file tells of a dispute.
     *
     * @param key of the dispute
     * @param litigants by their keys
     * @param entries of the docket by their keys, in the order of the world
     */
    public record ToldDispute(String key, ObjectNode body, Map<String, ObjectNode> litigants, List<ToldEntry> entries) {

        public ToldDispute {
            entries = List.copyOf(entries);
        }
    }

    /** An entry of a docket. */
    public record ToldEntry(String key, ObjectNode body) {}

    /**
     * Records all that is told.
     *
     * @return whether any of it is news
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when the docket doesn't allow an entry
     */
    public Uni<Boolean> takeIn(ToldDispute told, String editor) {
        return disputes.takeInTold(told.key(), bytes(told.body()), binder, editor)
                .chain(news -> litigants(told, editor)
                        .chain(more -> entries(told, editor).map(entered -> news || more || entered)));
    }

    private Uni<Boolean> litigants(ToldDispute told, String editor) {
        return Multi.createFrom()
                .iterable(told.litigants().entrySet())
                .onItem()
                .transformToUniAndConcatenate(litigant -> litigants
                        .takeIn(told.key(), litigant.getKey(), bytes(litigant.getValue()), binder, editor)
                        .map(DisputeFacts::isNews))
                .collect()
                .with(Collectors.reducing(false, (one, other) -> one || other));
    }

    private Uni<Boolean> entries(ToldDispute told, String editor) {
        return Multi.createFrom()
                .iterable(told.entries())
                .onItem()
                .transformToUniAndConcatenate(
                        entry -> dockets.takeInTold(told.key(), entry.key(), bytes(entry.body()), binder, editor))
                .collect()
                .with(Collectors.reducing(false, (one, other) -> one || other));
    }

    private static boolean isNews(Written<?> written) {
        return written.outcome() != Written.Outcome.UNCHANGED;
    }

    private static byte[] bytes(ObjectNode body) {
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
