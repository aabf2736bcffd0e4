package io.cumulo.companies.search;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Knows every word of every name, and finds those that a word somebody wrote may stand for. */
@ApplicationScoped
class Vocabulary {

    private static final int MOST = 12;
    private static final int SHORTEST_PREFIX = 2;

    /** Equality and ranges on B-trees alone: as fast among a million words as among a thousand. */
    static final String EXPAND = """
            with asked as (
                select word, above from jsonb_to_recordset(cast(cast(:asked as text) as jsonb)) as asked (word text, above text)
            ), slip as (
                select word, remainder
                from jsonb_to_recordset(cast(cast(:slips as text) as jsonb)) as slip (word text, remainder text)
            ), meant as (
                select asked.word as asked, known.word from asked join search_word known on known.word = asked.word
                union
                select slip.word, known.word from slip
                cross join lateral (select word from search_remainder where remainder = slip.remainder limit 100) known
                union
                select asked.word, known.word from asked
                cross join lateral (
                    select word from search_word
                    where asked.above is not null and word ~>=~ asked.word and word ~<~ asked.above
                    order by word using ~<~ limit 20) known
            )
            select asked, word,
                   (select count(*) from (select 1 from search_posting where word = meant.word limit :counted) standing)
            from meant
            """;

    private final JsonRows rows;

    Vocabulary(JsonRows rows) {
        this.rows = rows;
    }

    private record Asked(String word, String above) {}

    private record Slip(String word, String remainder) {}

    /** The likeliest words for each that was asked, likeliest first; within the current session. */
    Uni<Map<String, List<Expansion>>> expand(Collection<String> words) {
        List<Asked> asked = words.stream()
                .map(word -> new Asked(word, word.length() < SHORTEST_PREFIX ? null : Prefix.above(word)))
                .toList();
        List<Slip> slips = words.stream()
                .flatMap(word -> Spelling.remainders(word).stream().map(remainder -> new Slip(word, remainder)))
                .toList();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(EXPAND, Object[].class)
                        .setParameter("asked", rows.json(asked))
                        .setParameter("slips", rows.json(slips))
                        .setParameter("counted", Expansion.COMMON + 1)
                        .getResultList())
                .map(Vocabulary::likeliest);
    }

    private static Map<String, List<Expansion>> likeliest(List<Object[]> found) {
        return found.stream()
                .collect(Collectors.groupingBy(
                        row -> (String) row[0],
                        Collectors.collectingAndThen(Collectors.toList(), Vocabulary::likeliestOfOne)));
    }

    private static List<Expansion> likeliestOfOne(List<Object[]> found) {
        return found.stream()
                .map(row -> new Expansion(
                        (String) row[1],
                        Expansion.likeness((String) row[0], (String) row[1]),
                        ((Number) row[2]).intValue()))
                .filter(expansion -> expansion.likeness() > 0)
                .sorted(Comparator.comparingDouble((Expansion word) -> -word.likeness())
                        .thenComparing(Expansion::word))
                .limit(MOST)
                .toList();
    }
}
