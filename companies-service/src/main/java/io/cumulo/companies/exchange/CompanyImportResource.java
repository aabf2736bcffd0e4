package io.cumulo.companies.exchange;

import io.cumulo.kit.imports.ImportResource;
import io.cumulo.kit.imports.Imports;
import jakarta.ws.rs.Path;

/** Companies from files: GLEIF's, FollowTheMoney's, our own. */
@Path(CompanyImportResource.PATH)
public class CompanyImportResource extends ImportResource {

    public static final String PATH = "/v1/companies/imports";

    public CompanyImportResource(Imports imports) {
        super(PATH, imports);
    }
}
