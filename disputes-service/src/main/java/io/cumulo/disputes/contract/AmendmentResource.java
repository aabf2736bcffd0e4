package io.cumulo.disputes.contract;

import io.cumulo.kit.fact.Extent;
import io.cumulo.kit.fact.FactKind;
import io.cumulo.kit.fact.FactResource;
import io.cumulo.kit.fact.Facts;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was changed of a contract, and why. */
@Path("/v1/contracts/{subject}/amendments")
@Tag(name = "Contracts")
public class AmendmentResource extends FactResource<Amendment, AmendmentVersion> {

    public AmendmentResource(Facts facts, KnownContracts contracts) {
        super(
                facts.endpoint(facts.life(new FactKind<>(
                        "disputes.amendment",
                        AmendmentVersion.class,
                        AmendmentVersion::new,
                        Extent.EPISODE,
                        (contract, id, amendment) ->
                                contracts.requireSubject(contract).replaceWith(List.of())))),
                KnownContracts.RECORDED);
    }
}
