package io.cumulo.kit.neighbour;

import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import io.cumulo.kit.value.Key;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.http.HttpClient;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The keys of another service's resources, for facts that refer to them. A key that the neighbour knows is remembered in the transaction that
 * asked, so it is asked about once; one that it doesn't know is asked about again, for it may be recorded meanwhile. When the neighbour can't
 * say, the write is refused (503): nothing is recorded on a guess.
 */
public final class KnownKeys {

    private final String kind;
    private final URI collection;
    private final HttpClient client;
    private final Duration deadline;

    KnownKeys(String kind, URI collection, HttpClient client, Duration deadline) {
        this.kind = kind;
        this.collection = collection;
        this.client = client;
        this.deadline = deadline;
    }

    /**
     * Checks the members of a body that name resources of the neighbour; within the current transaction.
     *
     * @param named JSON Pointer of each such member, with the key that it names
     * @return a fault for each key that isn't known
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 when the neighbour doesn't answer in time
     */
    public Uni<List<Fault>> require(Map<String, String> named) {
        return among(named.values()).map(known -> named.entrySet().stream()
                .filter(member -> !known.contains(member.getValue()))
                .map(member -> Fault.at(member.getKey(), "no " + kind + " " + member.getValue() + " is recorded"))
                .toList());
    }

    /** The keys that are known, of those given; within the current transaction. */
    public Uni<Set<String>> among(Collection<String> keys) {
        Set<String> possible = keys.stream()
                .filter(key -> key.length() <= Key.MAX_LENGTH && key.matches(Key.PATTERN))
                .collect(Collectors.toCollection(TreeSet::new));
        if (possible.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return remembered(possible).chain(known -> {
            Set<String> open = new TreeSet<>(possible);
            open.removeAll(known);
            return ask(open).call(this::remember).map(answered -> {
                Set<String> all = new TreeSet<>(known);
                all.addAll(answered);
                return all;
            });
        });
    }

    private Uni<List<String>> remembered(Set<String> keys) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select key from known_key where kind = :kind and key in (:keys)", String.class)
                .setParameter("kind", kind)
                .setParameter("keys", keys)
                .getResultList());
    }

    /** In the order of the keys, so that two writers that learn the same ones don't wait for each other. */
    private Uni<Void> remember(Collection<String> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into known_key (kind, key)
                                select :kind, key from unnest(string_to_array(:keys, ' ')) as key order by key
                                on conflict do nothing
                                """)
                        .setParameter("kind", kind)
                        .setParameter("keys", String.join(" ", keys))
                        .executeUpdate())
                .replaceWithVoid();
    }

    private Uni<Collection<String>> ask(Set<String> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<Uni<String>> questions = keys.stream()
                .map(key -> knows(key).map(known -> known ? key : ""))
                .toList();
        return Uni.join().all(questions).andFailFast().map(answers -> answers.stream()
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Its history is there from its first record on, whatever is asserted of today; a key that was dropped in transit is asked about once more. */
    private Uni<Boolean> knows(String key) {
        RequestOptions question = new RequestOptions()
                .setMethod(HttpMethod.HEAD)
                .setAbsoluteURI(collection + "/" + key + "/history")
                .setTimeout(deadline.toMillis());
        return client.request(question)
                .chain(request -> request.send())
                .onFailure(HttpClosedException.class)
                .retry()
                .atMost(1)
                .onFailure()
                .transform(failure -> unavailable())
                .map(response -> switch (response.statusCode()) {
                    case 200 -> true;
                    case 404 -> false;
                    default -> throw unavailable();
                });
    }

    private RuntimeException unavailable() {
        return Problem.UPSTREAM_UNAVAILABLE
                .builder("Whether each " + kind + " is recorded can't be asked at the moment; nothing was recorded")
                .withHeader("Retry-After", 2)
                .build();
    }
}
