package io.cumulo.companies.event;

import io.cumulo.companies.profile.CompanyFactResource;
import io.cumulo.companies.profile.KnownCompanies;
import io.cumulo.companies.profile.Mergers;
import io.cumulo.kit.fact.Extent;
import io.cumulo.kit.fact.FactKind;
import io.cumulo.kit.fact.Facts;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What happened to a company, and how sure we are. */
@Path("/v1/companies/{subject}/events")
@Tag(name = "Company events")
public class CompanyEventResource extends CompanyFactResource<CompanyEvent, CompanyEventVersion> {

    public CompanyEventResource(Facts facts, KnownCompanies companies, Mergers mergers) {
        super(
                facts.endpoint(facts.life(new FactKind<>(
                        "companies.event",
                        CompanyEventVersion.class,
                        CompanyEventVersion::new,
                        Extent.EPISODE,
                        companies.rules(event -> Map.of())))),
                mergers);
    }
}
