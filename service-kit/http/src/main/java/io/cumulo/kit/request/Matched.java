package io.cumulo.kit.request;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** What the framework knows of a request's path, and JAX-RS doesn't tell. */
public final class Matched {

    private Matched() {}

    /** The method that is about to answer. */
    public static RuntimeResource resource(ContainerRequestContext request) {
        return context(request).getTarget();
    }

    private static ResteasyReactiveRequestContext context(ContainerRequestContext request) {
        return (ResteasyReactiveRequestContext)
                ((ResteasyReactiveContainerRequestContext) request).getServerRequestContext();
    }
}
