package io.cumulo.investments.ledger;

import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.stream.ListFormat;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The journal as a file, for other programs to check. */
@Path("/v1/ledger/exports")
@Tag(name = "Ledger")
public class ExportResource {

    private final Export export;

    ExportResource(Export export) {
        this.export = export;
    }

    @GET
    @Produces({ListFormat.NDJSON_TYPE, ListFormat.CSV_TYPE, MediaType.TEXT_PLAIN})
    @Operation(summary = "The whole journal as it was known and had taken effect at a moment, streamed")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = Transaction.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "text/plain", schema = @Schema(implementation = String.class))
            })
    public Uni<Response> export(
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
        return export.of(asked, moment).map(answer -> Response.fromResponse(answer)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"ledger-" + moment.asOf() + "." + asked.extension() + "\"")
                .build());
    }
}
