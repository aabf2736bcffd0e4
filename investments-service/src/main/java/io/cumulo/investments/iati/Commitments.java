package io.cumulo.investments.iati;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.investments.commitment.Commitment;
import io.cumulo.investments.commitment.FiledCommitments;
import io.cumulo.kit.fact.Retraction;
import io.cumulo.kit.fact.Written;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The commitments that an activity tells of: one for each company that gives and each currency. */
@ApplicationScoped
class Commitments {

    private final FiledCommitments filed;
    private final ActivityRepository told;
    private final ObjectMapper mapper;

    Commitments(FiledCommitments filed, ActivityRepository told, ObjectMapper mapper) {
        this.filed = filed;
        this.told = told;
        this.mapper = mapper;
    }

    /**
     * What is promised together.
     *
     * @param id of the commitment: made of the activity, the giver and the currency, so that it stays whatever else is promised
     * @param company that gives
     * @param promises in the order of their dates: the first makes the pledge, the others revise it
     */
    record Promise(String id, String company, String currency, List<IatiTransaction> promises) {

        private static Promise of(IatiActivity activity, Giver giver, List<IatiTransaction> promises) {
            String id = String.join(
                    "-", activity.key(), giver.currency().toLowerCase(Locale.ROOT), Digest.of(giver.company(), 4));
            return new Promise(id, giver.company(), giver.currency(), promises);
        }

        IatiTransaction first() {
            return promises.get(0);
        }

        Stream<IatiTransaction> revisions() {
            return promises.stream().skip(1);
        }
    }

    /** Whose promises make one commitment. */
    private record Giver(String company, String currency) {}

    /**
     * Puts the promises of an activity together.
     *
     * @param givers the company behind each promise's provider
     */
    static List<Promise> of(IatiActivity activity, Map<IatiTransaction, String> givers) {
        return givers.keySet().stream()
                .sorted(Comparator.comparing(IatiTransaction::on).thenComparing(IatiTransaction::fingerprint))
                .collect(Collectors.groupingBy(
                        promise ->
                                new Giver(givers.get(promise), promise.amount().currency()),
                        () -> new TreeMap<>(Comparator.comparing(Giver::company).thenComparing(Giver::currency)),
                        Collectors.toList()))
                .entrySet()
                .stream()
                .map(together -> Promise.of(activity, together.getKey(), together.getValue()))
                .toList();
    }

    /**
     * Records what an activity promises, and takes back what a file told that it doesn't tell any more.
     *
     * @param known what files have told of the activity
     * @return all that it told and tells, as far as it is the file's to say
     */
    Uni<List<Written<Commitment>>> record(
            IatiActivity activity, List<Promise> promises, Map<String, ToldCommitment> known, String editor) {
        Set<String> promised = promises.stream().map(Promise::id).collect(Collectors.toSet());
        List<ToldCommitment> dropped = known.values().stream()
                .filter(commitment -> commitment.isTold() && !promised.contains(commitment.id()))
                .toList();
        return InTurn.each(
                        promises,
                        promise -> takeIn(activity, promise, Optional.ofNullable(known.get(promise.id())), editor))
                .chain(taken -> InTurn.each(dropped, commitment -> takeBack(activity, commitment, editor))
                        .map(takenBack -> {
                            List<Written<Commitment>> all = new ArrayList<>(taken);
                            takenBack.forEach(written -> written.ifPresent(all::add));
                            return all;
                        }));
    }

    private Uni<Written<Commitment>> takeIn(
            IatiActivity activity, Promise promise, Optional<ToldCommitment> known, String editor) {
        Optional<Integer> withdrawn =
                known.filter(commitment -> !commitment.isTold()).map(ToldCommitment::revision);
        return filed.takeIn(promise.id(), body(activity, promise), withdrawn, editor)
                .call(written -> told.put(
                        activity.key(),
                        new ToldCommitment(promise.id(), written.etag().revision(), true)));
    }

    private Uni<Optional<Written<Commitment>>> takeBack(
            IatiActivity activity, ToldCommitment commitment, String editor) {
        Retraction retraction = new Retraction(ActivityBook.NOT_TOLD, List.of(activity.source()));
        return filed.takeBack(commitment.id(), commitment.revision(), retraction, editor)
                .call(written -> told.put(
                        activity.key(),
                        new ToldCommitment(
                                commitment.id(),
                                written.map(taken -> taken.etag().revision()).orElse(commitment.revision()),
                                false)));
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
