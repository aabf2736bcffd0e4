package io.cumulo.companies.exchange;

import io.cumulo.kit.imports.ImportResource;
import io.cumulo.kit.imports.Imports;
import io.cumulo.kit.openapi.Formats;
import jakarta.ws.rs.Path;

/** Companies from files: GLEIF's, FollowTheMoney's, our own. */
@Formats({"ndjson", "gleif", "ftm"})
@Path(CompanyImportResource.PATH)
public class CompanyImportResource extends ImportResource {

    public static final String PATH = "/v1/companies/imports";

    public CompanyImportResource(Imports imports) {
        super(PATH, imports);
    }
}
