package io.cumulo.kit.request;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Says which methods a path knows, where one is asked for that it doesn't (RFC 9110, section 15.5.6), and to whoever asks (9.3.7). */
@Provider
public class AllowedMethods implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == 405 || request.getMethod().equals("OPTIONS") && response.getStatus() == 200) {
            response.getHeaders().putSingle(HttpHeaders.ALLOW, String.join(", ", Matched.allowed(request)));
        }
    }
}
