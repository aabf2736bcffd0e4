package io.cumulo.investments.rates;

import io.cumulo.kit.imports.ImportResource;
import io.cumulo.kit.imports.Imports;
import io.cumulo.kit.openapi.Formats;
import jakarta.ws.rs.Path;

/** Reference rates from the ECB's files. */
@Formats("eurofxref")
@Path(RateImportResource.PATH)
public class RateImportResource extends ImportResource {

    static final String PATH = "/v1/rates/imports";

    public RateImportResource(Imports imports) {
        super(PATH, imports);
    }
}
