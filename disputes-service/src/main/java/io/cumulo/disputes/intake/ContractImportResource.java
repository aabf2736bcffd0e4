package io.cumulo.disputes.intake;

import io.cumulo.kit.imports.ImportResource;
import io.cumulo.kit.imports.Imports;
import io.cumulo.kit.openapi.Formats;
import jakarta.ws.rs.Path;

/** Contracts from files: of the Open Contracting Data Standard, of USAspending. */
@Formats({"ocds", "usaspending"})
@Path(ContractImportResource.PATH)
public class ContractImportResource extends ImportResource {

    public static final String PATH = "/v1/contracts/imports";

    public ContractImportResource(Imports imports) {
        super(PATH, imports);
    }
}
