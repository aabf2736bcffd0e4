package io.cumulo.companies.search;

import io.cumulo.companies.profile.Identifier;
import io.cumulo.companies.profile.Profile;
import io.cumulo.companies.profile.ProfileIndex;
import io.cumulo.kit.storage.JsonRows;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Keeps what companies are found by in step with their profiles: one statement for however many versions. */
@ApplicationScoped
class SearchIndex implements ProfileIndex {

    /** A version's rows say the same whoever adds them by the same rules; newer rules replace what they make otherwise. */
    private static final String ADD = """
            with given as (
                select * from jsonb_to_recordset(cast(cast(:names as text) as jsonb)) as given (
                    version uuid, position smallint, type text, name text, words text, terms jsonb, whole text, form text, latin boolean)
            ), name as (
                insert into search_name (version_id, position, name, type, words, whole, legal_form, latin)
                select version, position, name, type, words, whole, form, latin from given
                on conflict (version_id, position) do update
                set name = excluded.name, type = excluded.type, words = excluded.words, whole = excluded.whole,
                    legal_form = excluded.legal_form, latin = excluded.latin
                where (search_name.name, search_name.type, search_name.words, search_name.whole,
                       search_name.legal_form, search_name.latin)
                    is distinct from (excluded.name, excluded.type, excluded.words, excluded.whole,
                                      excluded.legal_form, excluded.latin)
            ), behind as (
                insert into search_behind (version_id)
                select distinct version from given where cast(:rules as int) < (select rules from search_index)
                on conflict do nothing
            ), posting as (
                insert into search_posting (term, length, version_id, position)
                select t.term, cardinality(string_to_array(words, ' ')), version, position
                from given cross join lateral jsonb_array_elements_text(terms) as t (term)
                on conflict do nothing
            ), identifier as (
                insert into search_identifier (value, scheme, market, version_id)
                select distinct value, scheme, coalesce(market, ''), version
                from jsonb_to_recordset(cast(cast(:identifiers as text) as jsonb)) as i (
                    version uuid, scheme text, value text, market text)
                on conflict do nothing
            )
            insert into search_word (key, word, recorded_from, rules)
            select k.key, new.word, p.recorded_from, cast(:rules as int)
            from jsonb_to_recordset(cast(cast(:words as text) as jsonb)) as new (word text, keys jsonb, version uuid)
            join profile p on p.version_id = new.version
            cross join lateral jsonb_array_elements_text(new.keys) as k (key)
            where not exists (
                select from search_word known where known.key = '=' || new.word and known.rules >= cast(:rules as int))
            """;

    private final JsonRows rows;

    SearchIndex(JsonRows rows) {
        this.rows = rows;
    }

    private record NameRow(
            UUID version,
            int position,
            NameType type,
            String name,
            String words,
            Set<String> terms,
            String whole,
            String form,
            boolean latin) {}

    private record WordRow(String word, Set<String> keys, UUID version) {}

    private record IdentifierRow(UUID version, String scheme, String value, String market) {}

    @Override
    public Uni<Void> add(List<Version> versions) {
        if (versions.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<NameRow> names =
                versions.stream().flatMap(version -> names(version).stream()).toList();
        List<IdentifierRow> identifiers = versions.stream()
                .flatMap(version -> version.profile().identifiers().stream().map(one -> row(version, one)))
                .toList();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ADD)
                        .setParameter("names", rows.json(names))
                        .setParameter("words", rows.json(words(names)))
                        .setParameter("identifiers", rows.json(identifiers))
                        .setParameter("rules", NameForms.RULES)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static List<NameRow> names(Version version) {
        Profile profile = version.profile();
        List<NameRow> names = new ArrayList<>();
        addForms(version.id(), NameType.LEGAL, profile.legalName(), names);
        profile.names()
                .forEach(name ->
                        addForms(version.id(), NameType.valueOf(name.type().name()), name.name(), names));
        return names;
    }

    private static void addForms(UUID version, NameType type, String name, List<NameRow> names) {
        for (NameForm form : NameForms.of(name)) {
            names.add(new NameRow(
                    version,
                    names.size(),
                    type,
                    name,
                    String.join(" ", form.words()),
                    form.terms(),
                    form.whole(),
                    form.legalForm(),
                    form.latin()));
        }
    }

    /** Each word once, with the version that brought it first. */
    private static List<WordRow> words(List<NameRow> names) {
        Map<String, WordRow> words = new TreeMap<>();
        for (NameRow name : names) {
            for (String word : name.words().split(" ")) {
                words.computeIfAbsent(word, it -> new WordRow(it, keys(it), name.version()));
            }
        }
        return List.copyOf(words.values());
    }

    private static Set<String> keys(String word) {
        Set<String> keys = new TreeSet<>(Misspelling.keys(word));
        keys.add("=" + word);
        return keys;
    }

    private static IdentifierRow row(Version version, Identifier identifier) {
        return new IdentifierRow(
                version.id(), identifier.scheme(), IdentifierQuery.normal(identifier.value()), identifier.market());
    }
}
