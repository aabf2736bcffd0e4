package io.cumulo.disputes.dispute;

import io.cumulo.disputes.company.KnownCompanies;
import io.cumulo.disputes.contract.KnownContracts;
import io.cumulo.disputes.docket.SuspensionNews;
import io.cumulo.kit.fact.FactKind;
import io.cumulo.kit.problem.Fault;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whom and what a dispute names is known. */
@ApplicationScoped
public class DisputeRules implements FactKind.Rules<Dispute> {

    private final KnownCompanies companies;
    private final KnownContracts contracts;
    private final SuspensionNews news;

    public DisputeRules(KnownCompanies companies, KnownContracts contracts, SuspensionNews news) {
        this.news = news;
        this.companies = companies;
        this.contracts = contracts;
    }

    @Override
    public Uni<List<Fault>> check(String subject, String id, Dispute dispute) {
        return news.oneWriterAtATime(id, Optional.ofNullable(dispute.contract()))
                .chain(() -> companies.require(dispute.companies()))
                .chain(unknown -> contracts
                        .require("/contract", dispute.contract())
                        .chain(noContract -> appealed(id, dispute.appealsFrom())
                                .map(noDispute -> Stream.of(unknown, noContract, noDispute)
                                        .flatMap(List::stream)
                                        .toList())));
    }

    /** Whether the appeals lead from the one dispute to the other, by what stands now. */
    private static final String LEADS_TO = """
            with recursive appealed (id) as (
                select cast(:from as text)
                union
                select d.appeals_from from dispute d join appealed on d.subject = appealed.id
                where d.recorded_to is null and d.standing <> 'RETRACTED' and d.appeals_from is not null
            )
            select exists (select 1 from appealed where id = :to)
            """;

    private static Uni<List<Fault>> appealed(String id, String appealsFrom) {
        if (appealsFrom == null) {
            return Uni.createFrom().item(List.of());
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select exists (select 1 from recorded_dispute where id = :dispute)", Boolean.class)
                        .setParameter("dispute", appealsFrom)
                        .getSingleResult())
                .chain(known -> known
                        ? noCircle(id, appealsFrom)
                        : Uni.createFrom()
                                .item(List.of(Fault.at("/appealsFrom", "no dispute " + appealsFrom + " is recorded"))));
    }

    /** Those who write whence a dispute appeals do so one after the other, so that two of them never close a circle together. */
    private static Uni<List<Fault>> noCircle(String id, String appealsFrom) {
        return Panache.getSession()
                .call(session -> session.createNativeQuery(
                                "select 1 from (select pg_advisory_xact_lock(hashtextextended('appeals', 0))) locked",
                                Integer.class)
                        .getSingleResult())
                .chain(session -> session.createNativeQuery(LEADS_TO, Boolean.class)
                        .setParameter("from", appealsFrom)
                        .setParameter("to", id)
                        .getSingleResult())
                .map(circle -> circle
                        ? List.of(Fault.at(
                                "/appealsFrom",
                                "a dispute doesn't appeal from itself, nor from one that appeals from it"))
                        : List.of());
    }
}
