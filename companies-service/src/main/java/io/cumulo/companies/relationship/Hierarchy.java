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

    /** The links that stand directly above a company, by whichever of the two they were told. */
    private static final String ABOVE = """
            cross join lateral (
                select target as company, valid_from, valid_to from relationship
                where subject = reached.company and type = 'UNIT_OF' and recorded_to is null and standing <> 'RETRACTED'
                  and not (subject = :subject and fact_id = :id)
                union
                select subject, valid_from, valid_to from relationship
                where target = reached.company and type = 'PARENT_OF' and recorded_to is null and standing <> 'RETRACTED'
                  and not (subject = :subject and fact_id = :id)
            ) above where reached.company <> :member
            """;

    /** All links upwards from the new head, each once however many ways lead there; not those beyond the new member, where a ring is closed. */
    private static final String LINKS = """
            with recursive reached (company) as (
                select cast(:head as text)
                union
                select above.company from reached $above
            )
            select reached.company, above.company, above.valid_from, above.valid_to from reached $above
            """.replace("$above", ABOVE);

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

    private static Uni<List<Fault>> noRing(String subject, String id, Relationship relationship, Assertion assertion) {
        boolean isParent = relationship.type() == Relationship.Type.PARENT_OF;
        Link link = new Link(
                isParent ? relationship.to() : subject,
                isParent ? subject : relationship.to(),
                assertion.validFrom() == null
                        ? LocalDate.MIN
                        : assertion.validFrom().first(),
                assertion.validTo() == null
                        ? LocalDate.MAX
                        : assertion.validTo().last().plusDays(1));
        return Panache.getSession()
                .call(session -> session.createNativeQuery(
                                "select 1 from (select pg_advisory_xact_lock(hashtextextended('company hierarchy', 0))) locked",
                                Integer.class)
                        .getSingleResult())
                .chain(session -> session.createNativeQuery(LINKS, Object[].class)
                        .setParameter("head", link.head())
                        .setParameter("member", link.member())
                        .setParameter("subject", subject)
                        .setParameter("id", id)
                        .getResultList())
                .map(rows -> link.ring(rows.stream().map(Hierarchy::link).toList()))
                .map(ring -> ring.isEmpty()
                        ? List.of()
                        : List.of(Fault.at(
                                "/to", "would close a ring of parents and units: " + String.join(" → ", ring))));
    }

    private static Link link(Object[] row) {
        return new Link(
                (String) row[0],
                (String) row[1],
                row[2] == null ? LocalDate.MIN : (LocalDate) row[2],
                row[3] == null ? LocalDate.MAX : (LocalDate) row[3]);
    }
}
