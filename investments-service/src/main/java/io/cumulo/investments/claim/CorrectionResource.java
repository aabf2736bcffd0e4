package io.cumulo.investments.claim;

import io.cumulo.kit.fact.Extent;
import io.cumulo.kit.fact.FactKind;
import io.cumulo.kit.fact.FactResource;
import io.cumulo.kit.fact.Facts;
import io.cumulo.kit.fact.Subjects;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is right where a claim is wrong or imprecise; sources may correct it differently, and all of them stand. */
@Path("/v1/claims/{subject}/corrections")
@Tag(name = "Claims")
public class CorrectionResource extends FactResource<Correction, CorrectionVersion> {

    public CorrectionResource(Facts facts, Corrections corrections) {
        super(
                facts.endpoint(facts.life(new FactKind<>(
                        "investments.correction",
                        CorrectionVersion.class,
                        CorrectionVersion::new,
                        Extent.EPISODE,
                        (claim, id, correction) ->
                                corrections.requireClaim(claim).replaceWith(List.of())))),
                new Subjects("claim", "claim"));
    }
}
