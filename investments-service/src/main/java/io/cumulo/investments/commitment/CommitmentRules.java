package io.cumulo.investments.commitment;

import io.cumulo.investments.company.KnownCompanies;
import io.cumulo.kit.fact.FactKind;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who and what a commitment names is known, and money that is in the ledger is changed there only. */
@ApplicationScoped
public class CommitmentRules implements FactKind.Rules<Commitment> {

    private final KnownCompanies companies;

    public CommitmentRules(KnownCompanies companies) {
        this.companies = companies;
    }

    @Override
    public Uni<List<Fault>> check(String subject, String id, Commitment commitment) {
        return standing(id)
                .invoke(versions -> versions.forEach(standing -> requireSameMoney(standing.body(), commitment)))
                .chain(() -> companies.require(Map.of("/company", commitment.company())))
                .chain(unknown -> superseded(id, commitment).map(wrong -> {
                    List<Fault> faults = new ArrayList<>(unknown);
                    faults.addAll(wrong);
                    return faults;
                }));
    }

    private static Uni<List<CommitmentVersion>> standing(String id) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        "select v from CommitmentVersion v where v.factId = :id and v.recordedTo is null",
                        CommitmentVersion.class)
                .setParameter("id", id)
                .getResultList());
    }

    private static void requireSameMoney(Commitment standing, Commitment asserted) {
        boolean moneyMoves = standing.amount() != null && !standing.amount().equals(asserted.amount());
        if (moneyMoves || !standing.company().equals(asserted.company())) {
            throw Problem.APPEND_ONLY.because(
                    "Whose commitment it is and how much was pledged is in the ledger: revise it there");
        }
    }

    private static Uni<List<Fault>> superseded(String id, Commitment commitment) {
        String superseded = commitment.supersedes();
        if (superseded == null) {
            return Uni.createFrom().item(List.of());
        }
        if (superseded.equals(id)) {
            return Uni.createFrom().item(List.of(Fault.at("/supersedes", "a commitment doesn't supersede itself")));
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select exists (select 1 from recorded_commitment where id = :id)", Boolean.class)
                        .setParameter("id", superseded)
                        .getSingleResult())
                .map(known -> known
                        ? List.of()
                        : List.of(Fault.at("/supersedes", "no commitment " + superseded + " is recorded")));
    }
}
