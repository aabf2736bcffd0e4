package io.cumulo.companies.search;

import io.cumulo.companies.profile.CompanyName;
import io.cumulo.companies.profile.Profile;
import io.cumulo.companies.profile.ProfileIndex;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** Keeps what companies are found by in step with their profiles: one statement for however many versions. */
@ApplicationScoped
class SearchIndex implements ProfileIndex {

    /** Of the type of a name: the one under which it is registered. */
    static final String LEGAL = "LEGAL";

    /** Words are taken in one order by everybody, so that two writers of the same new words never wait for each other in a ring. */
    private static final String ADD = """
            with name as (
                insert into search_name (version_id, company, type, name, folded, words)
                select version, company, type, name, folded, words
                from jsonb_to_recordset(cast(cast(:names as text) as jsonb))
                    as given (version uuid, company text, type text, name text, folded text, words text[])
                returning id, words
            ), posting as (
                insert into search_posting (word, name_id) select word, id from name, unnest(words) as word
            ), new_word as (
                insert into search_word (word)
                select word from jsonb_array_elements_text(cast(cast(:words as text) as jsonb)) as word order by word
                on conflict do nothing
                returning word
            ), remainder as (
                insert into search_remainder (remainder, word)
                select given.remainder, given.word
                from jsonb_to_recordset(cast(cast(:remainders as text) as jsonb)) as given (remainder text, word text)
                join new_word on new_word.word = given.word
            )
            insert into search_identifier (version_id, company, scheme, value, market)
            select distinct on (version, scheme, value) version, company, scheme, value, market
            from jsonb_to_recordset(cast(cast(:identifiers as text) as jsonb))
                as given (version uuid, company text, scheme text, value text, market text)
            order by version, scheme, value
            """;

    private final JsonRows rows;

    SearchIndex(JsonRows rows) {
        this.rows = rows;
    }

    private record NameRow(UUID version, String company, String type, String name, String folded, List<String> words) {}

    private record RemainderRow(String remainder, String word) {}

    private record IdentifierRow(UUID version, String company, String scheme, String value, String market) {}

    @Override
    public Uni<Void> add(List<Version> versions) {
        if (versions.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<NameRow> names = versions.stream().flatMap(SearchIndex::names).toList();
        List<IdentifierRow> identifiers =
                versions.stream().flatMap(SearchIndex::identifiers).toList();
        TreeSet<String> words = new TreeSet<>();
        names.forEach(name -> words.addAll(name.words()));
        List<RemainderRow> remainders = new ArrayList<>();
        words.forEach(word ->
                Spelling.remainders(word).forEach(remainder -> remainders.add(new RemainderRow(remainder, word))));
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ADD)
                        .setParameter("names", rows.json(names))
                        .setParameter("words", rows.json(words))
                        .setParameter("remainders", rows.json(remainders))
                        .setParameter("identifiers", rows.json(identifiers))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Those that the index doesn't hold yet. */
    Uni<List<Version>> withoutThoseHeld(List<Version> versions) {
        List<UUID> ids = versions.stream().map(Version::id).toList();
        if (ids.isEmpty()) {
            return Uni.createFrom().item(versions);
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select distinct version_id from search_name where version_id in (:ids)", UUID.class)
                        .setParameter("ids", ids)
                        .getResultList())
                .map(Set::copyOf)
                .map(held -> versions.stream()
                        .filter(version -> !held.contains(version.id()))
                        .toList());
    }

    Uni<Boolean> isMadeByTheRules() {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select exists (select 1 from search_rules where version = :rules)", Boolean.class)
                .setParameter("rules", NameWords.RULES)
                .getSingleResult());
    }

    Uni<Void> madeByTheRules() {
        return execute("insert into search_rules (version) values (" + NameWords.RULES + ") on conflict do nothing");
    }

    Uni<Void> drop() {
        return execute(
                "truncate search_name, search_posting, search_word, search_remainder, search_identifier, search_rules");
    }

    private static Uni<Void> execute(String statement) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(statement).executeUpdate())
                .replaceWithVoid();
    }

    private static Stream<NameRow> names(Version version) {
        Profile profile = version.profile();
        return Stream.concat(
                Stream.of(name(version, LEGAL, profile.legalName())),
                profile.names().stream().map(name -> name(version, name)));
    }

    private static NameRow name(Version version, CompanyName name) {
        return name(version, name.type().name(), name.name());
    }

    private static NameRow name(Version version, String type, String name) {
        NameWords words = NameWords.of(name);
        return new NameRow(version.id(), version.company(), type, name, words.folded(), words.words());
    }

    private static Stream<IdentifierRow> identifiers(Version version) {
        return version.profile().identifiers().stream()
                .map(identifier -> new IdentifierRow(
                        version.id(),
                        version.company(),
                        identifier.scheme(),
                        IdentifierQuery.normal(identifier.value()),
                        identifier.market()));
    }
}
