package io.cumulo.disputes.vocabulary;

import io.cumulo.kit.fact.Extent;
import io.cumulo.kit.fact.FactKind;
import io.cumulo.kit.fact.FactResource;
import io.cumulo.kit.fact.Facts;
import io.cumulo.kit.fact.Subjects;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The words in which notices tell of reviews: irregularities, remedies, decisions, review bodies. */
@Path("/v1/disputes/vocabularies/{subject}/terms")
@Tag(name = "Vocabularies")
public class TermResource extends FactResource<Term, TermVersion> {

    public TermResource(Facts facts) {
        super(
                facts.endpoint(facts.life(new FactKind<>(
                        "disputes.term",
                        TermVersion.class,
                        TermVersion::new,
                        Extent.TIMELINE,
                        (list, id, term) -> Uni.createFrom().item(List.of())))),
                new Subjects("vocabulary", "vocabulary_term"));
    }
}
