package io.cumulo.disputes.intake;

import io.cumulo.kit.imports.ImportResource;
import io.cumulo.kit.imports.Imports;
import io.cumulo.kit.openapi.Formats;
import jakarta.ws.rs.Path;

/** Disputes from files: dockets of United States courts, complaints of Prozorro, review requests in eForms notices. */
@Formats({"docket", "eforms", "prozorro"})
@Path(DisputeImportResource.PATH)
public class DisputeImportResource extends ImportResource {

    public static final String PATH = "/v1/disputes/imports";

    public DisputeImportResource(Imports imports) {
        super(PATH, imports);
    }
}
