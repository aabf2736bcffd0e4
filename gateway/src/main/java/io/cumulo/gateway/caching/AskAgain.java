package io.cumulo.gateway.caching;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** What the gateway answers itself says for how long it holds, as what it passes on does: until somebody looks again, where nothing else is said. */
@Provider
public class AskAgain implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean reading = request.getMethod().equals(HttpMethod.GET)
                || request.getMethod().equals(HttpMethod.HEAD);
        if (reading && response.getStatus() == 200) {
            response.getHeaders().computeIfAbsent(HttpHeaders.CACHE_CONTROL, unsaid -> List.of(Permanence.ASK_AGAIN));
        }
    }
}
