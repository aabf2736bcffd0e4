package io.cumulo.companies.relationship;

import io.cumulo.companies.profile.CompanyFactResource;
import io.cumulo.companies.profile.KnownCompanies;
import io.cumulo.companies.profile.Mergers;
import io.cumulo.kit.fact.Extent;
import io.cumulo.kit.fact.FactKind;
import io.cumulo.kit.fact.Facts;
import io.cumulo.kit.problem.Fault;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What companies are to each other. */
@Path("/v1/companies/{subject}/relationships")
@Tag(name = "Relationships")
public class RelationshipResource extends CompanyFactResource<Relationship, RelationshipVersion> {

    public RelationshipResource(Facts facts, KnownCompanies companies, Mergers mergers) {
        super(
                facts.endpoint(facts.life(new FactKind<>(
                        "companies.relationship",
                        RelationshipVersion.class,
                        RelationshipVersion::new,
                        Extent.EPISODE,
                        (subject, id, relationship) -> relationship.to().equals(subject)
                                ? Uni.createFrom()
                                        .item(List.of(Fault.at("/to", "a company has no relationship to itself")))
                                : companies.require(subject, Map.of("/to", relationship.to()))))),
                mergers);
    }
}
