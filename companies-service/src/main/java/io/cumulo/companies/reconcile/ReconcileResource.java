package io.cumulo.companies.reconcile;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.request.LeavesUnknownAside;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Matches the names in a table to companies: the W3C Reconciliation Service API 0.2, as OpenRefine and other clients speak it. */
@Path("/v1/reconcile")
@LeavesUnknownAside
@Produces({MediaType.APPLICATION_JSON, Scripted.TYPE})
@Tag(name = "Reconciliation")
public class ReconcileResource {

    private final Reconciliation reconciliation;
    private final ObjectMapper mapper;
    private final Scripted scripted;

    ReconcileResource(Reconciliation reconciliation, ObjectMapper mapper, Scripted scripted) {
        this.reconciliation = reconciliation;
        this.mapper = mapper;
        this.scripted = scripted;
    }

    @GET
    @Operation(summary = "The service manifest; with `queries` a batch of them, with `extend` a data extension")
    public Uni<Response> get(
            @QueryParam("queries") @Parameter(description = "A batch of reconciliation queries, as JSON.")
                    String queries,
            @QueryParam("extend") @Parameter(description = "A data extension query, as JSON.") String extend,
            @QueryParam("callback") @Parameter(description = "For clients that can only load scripts (JSONP).")
                    String callback,
            @BeanParam Clocks clocks,
            @Context UriInfo uri) {
        return answer(queries, extend, clocks.moment(), uri).map(answer -> scripted.response(answer, callback));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "A batch of reconciliation queries, or a data extension")
    public Uni<Response> post(
            @FormParam("queries") String queries,
            @FormParam("extend") String extend,
            @QueryParam("callback") @Parameter(description = "For clients that can only load scripts (JSONP).")
                    String callback,
            @BeanParam Clocks clocks,
            @Context UriInfo uri) {
        return answer(queries, extend, clocks.moment(), uri).map(answer -> scripted.response(answer, callback));
    }

    private Uni<?> answer(String queries, String extend, Moment moment, UriInfo uri) {
        if (queries != null) {
            return reconciliation.reconcile(Queries.parse(mapper, queries), moment);
        }
        if (extend != null) {
            return reconciliation.extend(Extension.parse(mapper, extend), moment);
        }
        return Uni.createFrom().item(Manifest.at(uri.getBaseUri()));
    }
}
