package io.cumulo.companies.relationship;

import io.cumulo.companies.profile.CompanyFactResource;
import io.cumulo.companies.profile.KnownCompanies;
import io.cumulo.companies.profile.Mergers;
import io.cumulo.kit.fact.Extent;
import io.cumulo.kit.fact.FactKind;
import io.cumulo.kit.fact.Facts;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Why companies name no parent. */
@Path("/v1/companies/{subject}/reporting-exceptions")
@Tag(name = "Relationships")
public class ReportingExceptionResource extends CompanyFactResource<ReportingException, ReportingExceptionVersion> {

    public ReportingExceptionResource(Facts facts, KnownCompanies companies, Mergers mergers) {
        super(
                facts.endpoint(facts.life(new FactKind<>(
                        "companies.reporting-exception",
                        ReportingExceptionVersion.class,
                        ReportingExceptionVersion::new,
                        Extent.EPISODE,
                        companies.rules(exception -> Map.of())))),
                mergers);
    }
}
