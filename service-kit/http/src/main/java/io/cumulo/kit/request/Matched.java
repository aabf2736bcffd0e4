package io.cumulo.kit.request;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/** What the framework knows of a request's path, and JAX-RS doesn't tell. */
public final class Matched {

    private Matched() {}

    /** The method that is about to answer. */
    public static RuntimeResource resource(ContainerRequestContext request) {
        return context(request).getTarget();
    }

    /** The HTTP methods that are answered at the path, found as the framework finds the one to call: by the templates of classes, then by those of their methods. */
    static Set<String> allowed(ContainerRequestContext request) {
        String path = context(request).getPathWithoutPrefix();
        RequestMapper<InitialMatch> classes =
                new RequestMapper<>(context(request).getDeployment().getClassMappers());
        Set<String> allowed = new TreeSet<>(Set.of("OPTIONS"));
        for (RequestMapper.RequestMatch<InitialMatch> match = classes.map(path);
                match != null;
                match = classes.continueMatching(path, match)) {
            String rest = match.remaining.isEmpty() ? "/" : match.remaining;
            for (ServerRestHandler handler : match.value.handlers) {
                if (handler instanceof ClassRoutingHandler routing) {
                    routing.getMappers().forEach((method, methods) -> {
                        if (method != null && methods.map(rest) != null) {
                            allowed.add(method);
                        }
                    });
                }
            }
        }
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        return allowed;
    }

    private static ResteasyReactiveRequestContext context(ContainerRequestContext request) {
        return (ResteasyReactiveRequestContext)
                ((ResteasyReactiveContainerRequestContext) request).getServerRequestContext();
    }
}
