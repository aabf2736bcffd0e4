package io.cumulo.companies.market;

import io.cumulo.companies.profile.CompanyFactResource;
import io.cumulo.companies.profile.KnownCompanies;
import io.cumulo.companies.profile.Mergers;
import io.cumulo.kit.fact.Extent;
import io.cumulo.kit.fact.FactKind;
import io.cumulo.kit.fact.Facts;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where researchers see a company in a market; they may disagree, and all of them stand. */
@Path("/v1/companies/{subject}/market-positions")
@Tag(name = "Market positions")
public class MarketPositionResource extends CompanyFactResource<MarketPosition, MarketPositionVersion> {

    public MarketPositionResource(Facts facts, KnownCompanies companies, Mergers mergers) {
        super(
                facts.endpoint(facts.life(new FactKind<>(
                        "companies.market-position",
                        MarketPositionVersion.class,
                        MarketPositionVersion::new,
                        Extent.EPISODE,
                        companies.rules(position -> Map.of("/researcher", position.researcher()))))),
                mergers);
    }
}
