package io.cumulo.investments.spending;

import io.cumulo.kit.imports.ImportResource;
import io.cumulo.kit.imports.Imports;
import io.cumulo.kit.openapi.Formats;
import jakarta.ws.rs.Path;

/** Reported spending from filings. */
@Formats("sec-companyfacts")
@Path(SpendingImportResource.PATH)
public class SpendingImportResource extends ImportResource {

    static final String PATH = "/v1/spending/imports";

    public SpendingImportResource(Imports imports) {
        super(PATH, imports);
    }
}
