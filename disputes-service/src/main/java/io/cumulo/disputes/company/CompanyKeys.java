package io.cumulo.disputes.company;

import io.cumulo.kit.clock.RecordClock;
import io.cumulo.kit.neighbour.MergedCompanies;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The keys that mean one company. */
@Singleton
public class CompanyKeys extends MergedCompanies {

    public CompanyKeys(@ConfigProperty(name = "cumulo.companies.url") URI companies, RecordClock clock) {
        super(companies, clock);
    }
}
