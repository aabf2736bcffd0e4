package io.cumulo.companies.statement;

import io.cumulo.companies.profile.CompanyFactResource;
import io.cumulo.companies.profile.KnownCompanies;
import io.cumulo.companies.profile.Mergers;
import io.cumulo.kit.fact.Extent;
import io.cumulo.kit.fact.FactKind;
import io.cumulo.kit.fact.Facts;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who said what, to whom and when. */
@Path("/v1/companies/{subject}/statements")
@Tag(name = "Statements")
public class StatementResource extends CompanyFactResource<Statement, StatementVersion> {

    public StatementResource(Facts facts, KnownCompanies companies, Mergers mergers) {
        super(
                facts.endpoint(facts.life(new FactKind<>(
                        "companies.statement",
                        StatementVersion.class,
                        StatementVersion::new,
                        Extent.EPISODE,
                        companies.rules(statement -> Map.of())))),
                mergers);
    }
}
