package io.cumulo.companies.search;

import io.cumulo.companies.profile.CompanyKind;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.storage.JsonRows;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks names up for a batch of queries, each look-up on an index and bounded; in the session of the current request. */
@ApplicationScoped
class NameRepository {

    private final JsonRows rows;

    NameRepository(JsonRows rows) {
        this.rows = rows;
    }

    /** The highest code point: what begins with a text lies between the text and the text followed by this. */
    private static final String LAST = new String(Character.toChars(Character.MAX_CODE_POINT));

    /** A look-up of words: those under one key, or those that begin as asked. */
    record WordKey(int query, int slot, String first, String last, int most, Moment moment) {

        static WordKey exactly(int query, int slot, String key, int most, Moment moment) {
            return new WordKey(query, slot, key, key, most, moment);
        }

        static WordKey beginning(int query, int slot, String word, int most, Moment moment) {
            return new WordKey(query, slot, "=" + word, "=" + word + LAST, most, moment);
        }
    }

    /** Words that may be meant, by {@code query/slot}. */
    Uni<Map<String, List<String>>> words(List<WordKey> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        List<Map<String, Object>> asked = keys.stream()
                .map(key -> Map.<String, Object>of(
                        "query", key.query(),
                        "slot", key.slot(),
                        "first", key.first(),
                        "last", key.last(),
                        "known_at", knownAt(key.moment()),
                        "most", key.most()))
                .toList();
        return found(NameQueries.WORDS, Map.of("asked", asked)).map(found -> {
            Map<String, List<String>> words = new HashMap<>();
            found.forEach(row -> words.computeIfAbsent(row[0] + "/" + row[1], it -> new ArrayList<>())
                    .add((String) row[2]));
            return words;
        });
    }

    /** Names with the terms, names that begin as the text does, and those whose company bears the identifiers. */
    Uni<List<Hit>> candidates(List<SearchRequest> requests, List<Asked> asked, List<Probe> probes) {
        return found(
                        NameQueries.CANDIDATES,
                        Map.of(
                                "queries", queries(requests),
                                "terms", probes,
                                "beginnings", beginnings(asked),
                                "identifiers", identifiers(requests)))
                .map(NameRepository::hits);
    }

    private Uni<List<Object[]>> found(String statement, Map<String, Object> parameters) {
        return Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(statement, Object[].class);
            parameters.forEach((name, value) -> query.setParameter(name, rows.json(value)));
            return query.getResultList();
        });
    }

    private static List<Map<String, Object>> queries(List<SearchRequest> requests) {
        List<Map<String, Object>> queries = new ArrayList<>();
        for (SearchRequest request : requests) {
            Map<String, Object> query = new HashMap<>();
            query.put("query", queries.size());
            query.put("as_of", request.moment().asOf().toString());
            query.put("known_at", knownAt(request.moment()));
            query.put("kinds", kinds(request));
            query.put("country", request.country().orElse(null));
            queries.add(query);
        }
        return queries;
    }

    private static String kinds(SearchRequest request) {
        return request.kinds().isEmpty()
                ? null
                : request.kinds().stream().map(CompanyKind::name).sorted().collect(Collectors.joining(" "));
    }

    private static String knownAt(Moment moment) {
        return moment.knownAt().map(Object::toString).orElse("infinity");
    }

    private static List<Map<String, Object>> beginnings(List<Asked> asked) {
        List<Map<String, Object>> beginnings = new ArrayList<>();
        for (int query = 0; query < asked.size(); query++) {
            for (NameForm form : asked.get(query).forms()) {
                beginnings.add(Map.of("query", query, "first", form.whole(), "last", form.whole() + LAST));
            }
        }
        return beginnings;
    }

    /** Those that are asked for, and the text itself, which may be one. */
    private static List<Map<String, Object>> identifiers(List<SearchRequest> requests) {
        List<Map<String, Object>> identifiers = new ArrayList<>();
        for (int query = 0; query < requests.size(); query++) {
            int number = query;
            SearchRequest request = requests.get(query);
            Stream.concat(request.identifiers().stream(), IdentifierQuery.in(request.text()).stream())
                    .forEach(identifier -> identifiers.add(identifier(number, identifier)));
        }
        return identifiers;
    }

    private static Map<String, Object> identifier(int query, IdentifierQuery asked) {
        Map<String, Object> identifier = new HashMap<>();
        identifier.put("query", query);
        identifier.put("scheme", asked.scheme().orElse(null));
        identifier.put("value", asked.value());
        identifier.put("market", asked.market().orElse(null));
        return identifier;
    }

    private static List<Hit> hits(List<Object[]> rows) {
        return rows.stream()
                .map(row -> {
                    NameForm form = new NameForm(
                            Arrays.asList(((String) row[7]).split(" ")), (String) row[8], (String) row[9], (boolean)
                                    row[10]);
                    Candidate candidate = new Candidate(
                            (String) row[3],
                            CompanyKind.valueOf((String) row[4]),
                            (String) row[5],
                            NameType.valueOf((String) row[6]),
                            form);
                    return new Hit((int) row[0], (String) row[1], (String) row[2], candidate);
                })
                .toList();
    }
}
