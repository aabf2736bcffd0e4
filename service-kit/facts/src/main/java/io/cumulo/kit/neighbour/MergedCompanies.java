package io.cumulo.kit.neighbour;

import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.clock.RecordClock;
import io.cumulo.kit.feed.CloudEvent;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which keys of companies were found to mean one company, as the companies service tells in its feed. A fact keeps the key that it was recorded with;
 * whoever asks by one of the keys finds it.
 */
public abstract class MergedCompanies implements FeedHandler {

    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");
    private static final String MERGE = "companies.merge.";

    private static final String SAME = """
            with recursive same (asked, company) as (
                select key, key from unnest(string_to_array(:companies, ' ')) key
                union
                select same.asked, case when merged.old = same.company then merged.survivor else merged.old end
                from same join merged_company merged on same.company in (merged.old, merged.survivor)
                where merged.recorded_from <= :knownAt and (merged.recorded_to is null or merged.recorded_to > :knownAt)
            )
            select asked, company from same limit 10000
            """;

    private final URI companies;
    private final RecordClock clock;

    /** @param companies base address of the companies service */
    protected MergedCompanies(URI companies, RecordClock clock) {
        this.companies = companies;
        this.clock = clock;
    }

    /** The companies with every other key that means one of them at the moment; those of no company stay as they are. */
    public final Uni<Collection<String>> allKeys(Collection<String> asked, Moment moment) {
        return keysOfEach(asked, moment).map(keys -> keys.of(asked));
    }

    /** The same of several questions at once: each company with every other key that means it at the moment. */
    public final Uni<SameCompanies> keysOfEach(Collection<String> asked, Moment moment) {
        List<String> keys = asked.stream().filter(key -> !key.contains(" ")).toList();
        if (keys.isEmpty()) {
            return Uni.createFrom().item(new SameCompanies(Map.of()));
        }
        return Panache.withSession(() -> clock.settled(moment)
                .chain(Panache::getSession)
                .chain(session -> session.createNativeQuery(SAME, Object[].class)
                        .setParameter("companies", String.join(" ", keys))
                        .setParameter("knownAt", moment.knownAt().orElse(EVER).atOffset(ZoneOffset.UTC))
                        .getResultList())
                .map(found -> new SameCompanies(found.stream()
                        .collect(Collectors.groupingBy(
                                row -> (String) row[0],
                                Collectors.mapping(row -> (String) row[1], Collectors.toSet()))))));
    }

    @Override
    public final String name() {
        return "mergers of companies";
    }

    @Override
    public final URI source() {
        return companies;
    }

    @Override
    public final boolean wants(String type) {
        return type.startsWith(MERGE);
    }

    @Override
    public final Uni<Void> handle(CloudEvent event) {
        String old = event.data().path("subject").asText();
        Uni<Void> ended = execute(
                "update merged_company set recorded_to = recorded_at() where old = :old and recorded_to is null", old);
        return event.type().equals(MERGE + "retracted")
                ? ended
                : ended.chain(
                        () -> begin(old, event.data().path("fact").path("into").asText()));
    }

    private static Uni<Void> begin(String old, String survivor) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into merged_company (old, survivor) values (:old, :survivor)
                                on conflict (old, recorded_from) do nothing
                                """)
                        .setParameter("old", old)
                        .setParameter("survivor", survivor)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Uni<Void> execute(String statement, String old) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(statement)
                        .setParameter("old", old)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
