package io.cumulo.companies.reconcile;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/**
 * Lets pages of other sites read the answers, refusals too, as the Reconciliation Service API asks of a service: they are public and carry nothing of who
 * asks.
 */
@Provider
public class OpenToPages implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getUriInfo().getPath().startsWith("/v1/reconcile")) {
            response.getHeaders().putSingle("Access-Control-Allow-Origin", "*");
        }
    }
}
