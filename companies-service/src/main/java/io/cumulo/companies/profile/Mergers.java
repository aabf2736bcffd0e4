package io.cumulo.companies.profile;

import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.clock.RecordClock;
import io.cumulo.kit.problem.Problem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which records are one company, as known at a moment: whoever was merged into another, through whatever chain, goes on as the last of it. Works
 * within the current session.
 */
@ApplicationScoped
public class Mergers {

    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    private static final String STANDING = " merger.standing <> 'RETRACTED' and merger.recorded_from <= :knownAt"
            + " and (merger.recorded_to is null or merger.recorded_to > :knownAt)";

    private static final String SURVIVORS = "with recursive step (company, survivor) as ("
            + " select subject, target from merger where subject in (:companies) and" + STANDING
            + " union select step.company, merger.target from step join merger on merger.subject = step.survivor and"
            + STANDING
            + ") select company, survivor from step where not exists ("
            + " select 1 from merger where merger.subject = step.survivor and" + STANDING + ")";

    private static final String ABSORBED = "with recursive step (survivor, company) as ("
            + " select target, subject from merger where target in (:companies) and" + STANDING
            + " union select step.survivor, merger.subject from step join merger on merger.target = step.company and"
            + STANDING
            + ") select survivor, company from step order by survivor, company limit 10000";

    private final RecordClock clock;

    public Mergers(RecordClock clock) {
        this.clock = clock;
    }

    /** For each of the companies that was merged away: the record that goes on. */
    public Uni<Map<String, String>> survivors(Collection<String> companies, Moment moment) {
        return pairs(SURVIVORS, companies, moment)
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1])));
    }

    /** For each of the companies that others were merged into: those, through whatever chain. */
    public Uni<Map<String, List<String>>> absorbed(Collection<String> companies, Moment moment) {
        return pairs(ABSORBED, companies, moment).map(rows -> rows.stream()
                .collect(Collectors.groupingBy(
                        row -> (String) row[0],
                        HashMap::new,
                        Collectors.mapping(row -> (String) row[1], Collectors.toList()))));
    }

    /** All records of the company: the one that goes on and those merged into it. */
    public Uni<Collection<String>> records(String company, Moment moment) {
        return survivors(List.of(company), moment)
                .map(survivors -> survivors.getOrDefault(company, company))
                .chain(survivor -> absorbed(List.of(survivor), moment).map(absorbed -> {
                    Collection<String> records = new TreeSet<>(absorbed.getOrDefault(survivor, List.of()));
                    records.add(survivor);
                    return records;
                }));
    }

    /**
     * Checks that companies may be written about; within the current transaction.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when one goes on under another key
     */
    public Uni<Void> requireNotMergedAway(Collection<String> companies) {
        return survivors(companies, Moment.of(LocalDate.now(ZoneOffset.UTC)))
                .invoke(survivors -> survivors.forEach((company, survivor) -> {
                    throw Problem.NOT_ALLOWED_NOW.because(company + " was merged into " + survivor + "; write there");
                }))
                .replaceWithVoid();
    }

    /** Lets one merger at a time at each of the two records, in one order for everybody. */
    public Uni<Void> lock(String one, String other) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select count(*) from (
                                    select pg_advisory_xact_lock(hashtextextended('merger/' || company, 0))
                                    from (select unnest(array[:one, :other]) as company order by 1) companies) locked
                                """, Long.class)
                        .setParameter("one", one)
                        .setParameter("other", other)
                        .getSingleResult())
                .replaceWithVoid();
    }

    private Uni<List<Object[]>> pairs(String query, Collection<String> companies, Moment moment) {
        if (companies.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return clock.settled(moment).chain(Panache::getSession).chain(session -> session.createNativeQuery(
                        query, Object[].class)
                .setParameter("companies", companies)
                .setParameter("knownAt", moment.knownAt().orElse(EVER).atOffset(ZoneOffset.UTC))
                .getResultList());
    }
}
