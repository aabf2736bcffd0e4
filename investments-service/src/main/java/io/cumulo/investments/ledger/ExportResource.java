package io.cumulo.investments.ledger;

import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.clock.Moment;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;

/** The journal as a file, for other programs to check. */
@Path("/v1/ledger/exports")
@Tag(name = "Ledger")
public class ExportResource {

    private final Export export;

    ExportResource(Export export) {
        this.export = export;
    }

    @GET
    @Operation(summary = "The whole journal as it was known and had taken effect at a moment, streamed")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = Transaction.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "text/plain", schema = @Schema(implementation = String.class))
            })
    public Multi<String> export(
            @QueryParam("format")
                    @Parameter(
                            required = true,
                            description =
                                    "ndjson (the API's transactions), csv (a line for each posting), hledger or beancount.",
                            example = "hledger")
                    String format,
            @BeanParam Clocks clocks) {
        ExportFormat asked = ExportFormat.of(format);
        Moment moment = clocks.moment();
        return RestMulti.fromMultiData(export.of(asked, moment))
                .header("Content-Type", asked.mediaType())
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"ledger-" + moment.asOf() + "." + asked.extension() + "\"")
                .build();
    }
}
