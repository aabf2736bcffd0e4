package io.cumulo.gateway.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.gateway.upstream.Service;
import io.cumulo.gateway.upstream.Services;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where everything is. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Index")
public class IndexResource {

    private final Services services;

    public IndexResource(Services services) {
        this.services = services;
    }

    @GET
    @Operation(summary = "What this API serves, and where")
    @APIResponse(
            responseCode = "200",
            description = "Where everything is",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ApiIndex")))
    public JsonNode index() {
        ObjectNode index = JsonNodeFactory.instance.objectNode();
        index.put("title", "Cumulo: the open record of the cloud industry");
        ObjectNode links = index.putObject("links");
        links.put("dossier", "/v1/dossiers/{company}");
        for (Service service : services.all()) {
            service.paths().forEach(path -> links.put(path.substring(path.lastIndexOf('/') + 1), path));
        }
        links.put("openapi", "/openapi");
        return index;
    }
}
