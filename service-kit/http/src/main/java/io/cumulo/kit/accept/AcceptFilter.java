package io.cumulo.kit.accept;

import io.cumulo.kit.request.Matched;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.common.util.ServerMediaType;

/** Answers 406 to whoever takes nothing that the resource gives: the framework's own check takes what weighs nothing for wanted. */
@Provider
public class AcceptFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        List<String> accept = request.getHeaders().get(HttpHeaders.ACCEPT);
        ServerMediaType produced = Matched.resource(request).getProduces();
        if (accept == null || produced == null) {
            return;
        }
        Accepted accepted = Accepted.of(accept);
        if (Arrays.stream(produced.getSortedOriginalMediaTypes()).noneMatch(accepted::takes)) {
            throw new NotAcceptableException();
        }
    }
}
