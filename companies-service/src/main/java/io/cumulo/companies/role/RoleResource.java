package io.cumulo.companies.role;

import io.cumulo.companies.profile.CompanyFactResource;
import io.cumulo.companies.profile.KnownCompanies;
import io.cumulo.companies.profile.Mergers;
import io.cumulo.kit.fact.Extent;
import io.cumulo.kit.fact.FactKind;
import io.cumulo.kit.fact.Facts;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who holds which title at a company, from when to when. */
@Path("/v1/companies/{subject}/roles")
@Tag(name = "Roles")
public class RoleResource extends CompanyFactResource<Role, RoleVersion> {

    public RoleResource(Facts facts, KnownCompanies companies, Mergers mergers) {
        super(
                facts.endpoint(facts.life(new FactKind<>(
                        "companies.role",
                        RoleVersion.class,
                        RoleVersion::new,
                        Extent.EPISODE,
                        companies.rules(role -> role.at() == null ? Map.of() : Map.of("/at", role.at()))))),
                mergers);
    }
}
