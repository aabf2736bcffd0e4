package io.cumulo.disputes.contract;

import io.cumulo.disputes.company.KnownCompanies;
import io.cumulo.kit.fact.Extent;
import io.cumulo.kit.fact.FactKind;
import io.cumulo.kit.fact.FactResource;
import io.cumulo.kit.fact.Facts;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who was awarded a contract, or a part of it. */
@Path("/v1/contracts/{subject}/awards")
@Tag(name = "Contracts")
public class AwardResource extends FactResource<Award, AwardVersion> {

    public AwardResource(Facts facts, KnownContracts contracts, KnownCompanies companies) {
        super(
                facts.endpoint(facts.life(new FactKind<>(
                        "disputes.award",
                        AwardVersion.class,
                        AwardVersion::new,
                        Extent.EPISODE,
                        (contract, id, award) ->
                                contracts.requireSubject(contract).chain(() -> companies.require(award.companies()))))),
                KnownContracts.RECORDED);
    }
}
