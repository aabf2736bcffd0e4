package io.cumulo.investments.iati;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.investments.commitment.CommitmentResource;
import io.cumulo.kit.fact.Written;
import io.cumulo.kit.request.JsonBinder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The commitments that an activity tells of: one for each company that gives and each currency. */
@ApplicationScoped
class Commitments {

    private final CommitmentResource commitments;
    private final JsonBinder binder;
    private final ObjectMapper mapper;

    Commitments(CommitmentResource commitments, JsonBinder binder, ObjectMapper mapper) {
        this.commitments = commitments;
        this.binder = binder;
        this.mapper = mapper;
    }

    /**
     * What is promised together.
     *
     * @param id of the commitment
     * @param company that gives
     * @param promises in the order of their dates: the first makes the pledge, the others revise it
     */
    record Promise(String id, String company, String currency, List<IatiTransaction> promises) {

        IatiTransaction first() {
            return promises.get(0);
        }
    }

    /**
     * Puts the promises of an activity together.
     *
     * @param givers the company behind each promise's provider
     */
    static List<Promise> of(IatiActivity activity, Map<IatiTransaction, String> givers) {
        Map<String, List<IatiTransaction>> together = givers.keySet().stream()
                .sorted(Comparator.comparing(IatiTransaction::on).thenComparing(IatiTransaction::fingerprint))
                .collect(Collectors.groupingBy(
                        promise -> givers.get(promise) + " " + promise.amount().currency(),
                        TreeMap::new,
                        Collectors.toList()));
        return together.entrySet().stream()
                .map(entry -> {
                    String[] which = entry.getKey().split(" ");
                    String suffix = together.size() == 1
                            ? ""
                            : "-" + String.format("%08x", entry.getKey().hashCode());
                    return new Promise(activity.key() + suffix, which[0], which[1], entry.getValue());
                })
                .toList();
    }

    Uni<Boolean> record(IatiActivity activity, Promise promise, String editor) {
        return commitments
                .takeIn(promise.id(), body(activity, promise), binder, editor)
                .map(written -> written.outcome() != Written.Outcome.UNCHANGED);
    }

    private byte[] body(IatiActivity activity, Promise promise) {
        ObjectNode body = mapper.createObjectNode();
        body.put("company", promise.company());
        body.put("title", activity.title());
        body.put("announcedOn", promise.first().on().toString());
        body.put("qualifier", "exactly");
        body.set("amount", mapper.valueToTree(promise.first().amount()));
        period(activity).ifPresent(period -> body.set("period", period));
        body.put("purpose", activity.purpose().orElse(null));
        body.putArray("categories");
        body.set("sources", mapper.valueToTree(List.of(activity.source())));
        try {
            return mapper.writeValueAsBytes(body);
        } catch (JsonProcessingException unserialisable) {
            throw new IllegalStateException(unserialisable);
        }
    }

    private Optional<ObjectNode> period(IatiActivity activity) {
        return activity.from().flatMap(from -> activity.to()
                .filter(to -> !to.last().isBefore(from.first()))
                .map(to -> mapper.createObjectNode().put("from", from.text()).put("to", to.text())));
    }
}
