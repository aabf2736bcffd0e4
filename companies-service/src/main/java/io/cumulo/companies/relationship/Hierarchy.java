package io.cumulo.companies.relationship;

import io.cumulo.companies.profile.KnownCompanies;
import io.cumulo.kit.fact.Asserted;
import io.cumulo.kit.fact.Assertion;
import io.cumulo.kit.fact.FactKind;
import io.cumulo.kit.problem.Fault;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What must hold among companies: who is whose parent or unit forms no ring, on any day. Those who write such relationships do so one after the other,
 * so that two of them never close a ring together.
 */
@ApplicationScoped
class Hierarchy implements FactKind.Rules<Relationship> {

    private static final int MAX_DEPTH = 50;

    /** From the new head upwards through what stands, as long as there is a day on which all of the way holds. */
    private static final String WAY = """
            with recursive way (company, during, path) as (
                select cast(:head as text), daterange(cast(:from as date), cast(:to as date)), array[cast(:head as text)]
                union all
                select above.company, way.during * above.during, way.path || above.company
                from way cross join lateral (
                    select target as company, daterange(valid_from, valid_to) as during from relationship
                    where subject = way.company and type = 'UNIT_OF' and recorded_to is null and standing <> 'RETRACTED'
                      and not (subject = :subject and fact_id = :id)
                    union all
                    select subject, daterange(valid_from, valid_to) from relationship
                    where target = way.company and type = 'PARENT_OF' and recorded_to is null and standing <> 'RETRACTED'
                      and not (subject = :subject and fact_id = :id)
                ) above
                where way.company <> :member and not isempty(way.during * above.during)
                  and above.company <> all (way.path) and cardinality(way.path) < :depth
            )
            select array_to_string(path, ' → ') from way where company = :member limit 1
            """;

    private final KnownCompanies companies;

    Hierarchy(KnownCompanies companies) {
        this.companies = companies;
    }

    @Override
    public Uni<List<Fault>> check(String subject, String id, Relationship relationship) {
        return companies.require(subject, Map.of("/to", relationship.to())).map(known -> {
            List<Fault> faults = new ArrayList<>(known);
            if (subject.equals(relationship.to())) {
                faults.add(Fault.at("/to", "a company has no relationship with itself"));
            }
            return faults;
        });
    }

    @Override
    public Uni<List<Fault>> check(String subject, String id, Asserted<Relationship> asserted) {
        return check(subject, id, asserted.body())
                .chain(faults -> faults.isEmpty() && asserted.body().isHierarchical()
                        ? noRing(subject, id, asserted.body(), asserted.assertion())
                        : Uni.createFrom().item(faults));
    }

    private static Uni<List<Fault>> noRing(String subject, String id, Relationship link, Assertion assertion) {
        boolean isParent = link.type() == Relationship.Type.PARENT_OF;
        LocalDate from = assertion.validFrom() == null
                ? LocalDate.of(1, 1, 1)
                : assertion.validFrom().first();
        LocalDate to = assertion.validTo() == null
                ? LocalDate.of(9999, 12, 31)
                : assertion.validTo().last().plusDays(1);
        return Panache.getSession()
                .call(session -> session.createNativeQuery(
                                "select 1 from (select pg_advisory_xact_lock(hashtextextended('company hierarchy', 0))) locked",
                                Integer.class)
                        .getSingleResult())
                .chain(session -> session.createNativeQuery(WAY, String.class)
                        .setParameter("head", isParent ? subject : link.to())
                        .setParameter("member", isParent ? link.to() : subject)
                        .setParameter("from", from)
                        .setParameter("to", to)
                        .setParameter("subject", subject)
                        .setParameter("id", id)
                        .setParameter("depth", MAX_DEPTH)
                        .getResultList())
                .map(ways -> ways.stream()
                        .map(way -> Fault.at("/to", "would close a ring of parents and units: " + way))
                        .toList());
    }
}
