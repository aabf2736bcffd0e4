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
     * @return a fault for each name that isn't known
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when the subject isn't known, 409 when it was merged away
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
        return mergers.requireNotMergedAway(subjects).chain(() -> among(asked)).map(found -> {
            subjects.stream()
                    .filter(subject -> !found.contains(subject))
                    .findFirst()
                    .ifPresent(unknown -> {
                        throw Problem.NOT_FOUND.because("No company " + unknown + " is recorded");
                    });
            return facts.stream()
                    .flatMap(fact -> fact.named().entrySet().stream())
                    .filter(name -> !found.contains(name.getValue()))
                    .map(name -> Fault.at(name.getKey(), "no company " + name.getValue() + " is recorded"))
                    .toList();
        });
    }

    /** Whether the company's whole profile was taken back. */
    public Uni<Boolean> isRetracted(String company) {
        return Panache.getSession().chain(session -> session.createNativeQuery("""
                        select not exists (select 1 from profile
                                           where subject = :company and recorded_to is null and standing <> 'RETRACTED')
                        """, Boolean.class)
                .setParameter("company", company)
                .getSingleResult());
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
