package io.cumulo.companies.profile;

import io.cumulo.kit.fact.FactBody;
import io.cumulo.kit.fact.FactKind;
import io.cumulo.kit.fact.Told;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which companies there are, for the features whose facts speak of them. */
@ApplicationScoped
public class KnownCompanies {

    private final Mergers mergers;

    public KnownCompanies(Mergers mergers) {
        this.mergers = mergers;
    }

    /**
     * Checks a fact about a company that names others.
     *
     * @param subject whom the fact is about
     * @param named JSON Pointer of each member that names a company, with the name
     * @return a fault for each name that isn't known, or was taken back
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when the subject isn't known, 409 when it was merged away or taken back
     */
    public Uni<List<Fault>> require(String subject, Map<String, String> named) {
        return require(List.of(new Naming(subject, named)));
    }

    /**
     * As the rules of a kind of facts about companies that know no other rule.
     *
     * @param named JSON Pointer of each member of a body that names a company, with the name
     */
    public <B extends FactBody> FactKind.Rules<B> rules(Function<B, Map<String, String>> named) {
        return new FactKind.Rules<>() {
            @Override
            public Uni<List<Fault>> check(String subject, String id, B body) {
                return require(subject, named.apply(body));
            }

            @Override
            public boolean checksTogether() {
                return true;
            }

            @Override
            public Uni<List<Fault>> checkTogether(List<Told<B>> facts) {
                return require(facts.stream()
                        .map(told -> new Naming(
                                told.subject(), named.apply(told.asserted().body())))
                        .toList());
            }
        };
    }

    private record Naming(String subject, Map<String, String> named) {}

    private Uni<List<Fault>> require(List<Naming> facts) {
        Set<String> subjects = facts.stream().map(Naming::subject).collect(Collectors.toSet());
        Set<String> asked = new HashSet<>(subjects);
        facts.forEach(fact -> asked.addAll(fact.named().values()));
        return mergers.requireNotMergedAway(subjects)
                .chain(() -> retracted(asked))
                .map(retracted -> {
                    subjects.forEach(subject -> requireStanding(subject, retracted));
                    return facts.stream()
                            .flatMap(fact -> fact.named().entrySet().stream())
                            .flatMap(name -> fault(name.getKey(), name.getValue(), retracted))
                            .toList();
                });
    }

    private static void requireStanding(String subject, Map<String, Boolean> retracted) {
        if (!retracted.containsKey(subject)) {
            throw Problem.NOT_FOUND.because("No company " + subject + " is recorded");
        }
        if (retracted.get(subject)) {
            throw Problem.NOT_ALLOWED_NOW.because(subject + " was retracted; assert it again (PUT) to tell more of it");
        }
    }

    private static Stream<Fault> fault(String pointer, String company, Map<String, Boolean> retracted) {
        if (!retracted.containsKey(company)) {
            return Stream.of(Fault.at(pointer, "no company " + company + " is recorded"));
        }
        return retracted.get(company) ? Stream.of(Fault.at(pointer, company + " is retracted")) : Stream.of();
    }

    /** Of those of the keys under which a company was ever recorded: whether its whole profile was taken back. */
    private static Uni<Map<String, Boolean>> retracted(Collection<String> companies) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select id, not exists (
                                    select 1 from profile
                                    where subject = company.id and recorded_to is null and standing <> 'RETRACTED')
                                from company where id in (:companies)
                                """, Object[].class)
                        .setParameter("companies", companies)
                        .getResultList())
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> (String) row[0], row -> (Boolean) row[1])));
    }

    /** Those of the keys under which a company was ever recorded. */
    public Uni<Set<String>> among(Collection<String> companies) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select id from company where id in (:companies)", String.class)
                        .setParameter("companies", companies)
                        .getResultList())
                .map(Set::copyOf);
    }
}
