package io.cumulo.disputes.litigant;

import io.cumulo.kit.fact.Extent;
import io.cumulo.kit.fact.FactKind;
import io.cumulo.kit.fact.FactResource;
import io.cumulo.kit.fact.Facts;
import io.cumulo.kit.fact.Subjects;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who takes part in a dispute as files state it. */
@Path("/v1/disputes/{subject}/litigants")
@Tag(name = "Disputes")
public class LitigantResource extends FactResource<Litigant, LitigantVersion> {

    public LitigantResource(Facts facts, RecordedDisputes disputes) {
        super(
                facts.endpoint(facts.life(new FactKind<>(
                        "disputes.litigant",
                        LitigantVersion.class,
                        LitigantVersion::new,
                        Extent.EPISODE,
                        (dispute, id, litigant) -> disputes.require(dispute).replaceWith(List.of())))),
                new Subjects("dispute", "dispute"));
    }
}
