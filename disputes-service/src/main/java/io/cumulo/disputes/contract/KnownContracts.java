package io.cumulo.disputes.contract;

import io.cumulo.kit.fact.Subjects;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Which contracts there are, for facts that speak of them. */
@ApplicationScoped
public class KnownContracts {

    /** What facts about contracts are about. */
    static final Subjects RECORDED = new Subjects("contract", "contract");

    /**
     * Checks a member that may name a contract.
     *
     * @param pointer JSON Pointer of the member
     * @param contract its key; null when the member is left out
     * @return a fault when it was never recorded
     */
    public Uni<List<Fault>> require(String pointer, String contract) {
        return contract == null
                ? Uni.createFrom().item(List.of())
                : exists(contract)
                        .map(known -> known
                                ? List.of()
                                : List.of(Fault.at(pointer, "no contract " + contract + " is recorded")));
    }

    /** 404 when the contract was never recorded. */
    Uni<Void> requireSubject(String contract) {
        return exists(contract)
                .invoke(known -> {
                    if (!known) {
                        throw Problem.NOT_FOUND.because("No contract " + contract + " is recorded");
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Boolean> exists(String contract) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select exists (select 1 from recorded_contract where id = :contract)", Boolean.class)
                .setParameter("contract", contract)
                .getSingleResult());
    }
}
