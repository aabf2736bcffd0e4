package io.cumulo.disputes.company;

import io.cumulo.kit.neighbour.IdentifiedCompanies;
import io.cumulo.kit.neighbour.Neighbours;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Companies by what registers call them. */
@Singleton
public class CompanyDirectory extends IdentifiedCompanies {

    CompanyDirectory(Neighbours neighbours, @ConfigProperty(name = "cumulo.companies.url") URI companies) {
        super(neighbours, companies);
    }
}
