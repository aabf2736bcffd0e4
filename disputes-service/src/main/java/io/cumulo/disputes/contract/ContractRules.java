package io.cumulo.disputes.contract;

import io.cumulo.disputes.company.KnownCompanies;
import io.cumulo.kit.fact.FactKind;
import io.cumulo.kit.problem.Fault;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Whom and what a contract names is known. */
@ApplicationScoped
public class ContractRules implements FactKind.Rules<Contract> {

    private final KnownCompanies companies;
    private final KnownContracts contracts;

    public ContractRules(KnownCompanies companies, KnownContracts contracts) {
        this.companies = companies;
        this.contracts = contracts;
    }

    @Override
    public Uni<List<Fault>> check(String subject, String id, Contract contract) {
        return companies.require(contract.companies()).chain(unknown -> succeeded(id, contract)
                .map(wrong -> {
                    List<Fault> faults = new ArrayList<>(unknown);
                    faults.addAll(wrong);
                    return faults;
                }));
    }

    private Uni<List<Fault>> succeeded(String id, Contract contract) {
        return id.equals(contract.succeeds())
                ? Uni.createFrom().item(List.of(Fault.at("/succeeds", "a contract doesn't succeed itself")))
                : contracts.require("/succeeds", contract.succeeds());
    }
}
