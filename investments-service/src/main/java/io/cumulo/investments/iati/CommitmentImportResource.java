package io.cumulo.investments.iati;

import io.cumulo.kit.imports.ImportResource;
import io.cumulo.kit.imports.Imports;
import io.cumulo.kit.openapi.Formats;
import jakarta.ws.rs.Path;

/** Commitments from files. */
@Formats("iati")
@Path(CommitmentImportResource.PATH)
public class CommitmentImportResource extends ImportResource {

    static final String PATH = "/v1/commitments/imports";

    public CommitmentImportResource(Imports imports) {
        super(PATH, imports);
    }
}
