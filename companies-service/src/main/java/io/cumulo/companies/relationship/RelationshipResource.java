package io.cumulo.companies.relationship;

import io.cumulo.companies.profile.CompanyFactResource;
import io.cumulo.companies.profile.Mergers;
import io.cumulo.kit.fact.Extent;
import io.cumulo.kit.fact.FactKind;
import io.cumulo.kit.fact.Facts;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What companies are to each other. */
@Path("/v1/companies/{subject}/relationships")
@Tag(name = "Relationships")
public class RelationshipResource extends CompanyFactResource<Relationship, RelationshipVersion> {

    public RelationshipResource(Facts facts, Hierarchy hierarchy, Mergers mergers) {
        super(
                facts.endpoint(facts.life(new FactKind<>(
                        "companies.relationship",
                        RelationshipVersion.class,
                        RelationshipVersion::new,
                        Extent.EPISODE,
                        hierarchy))),
                mergers);
    }
}
