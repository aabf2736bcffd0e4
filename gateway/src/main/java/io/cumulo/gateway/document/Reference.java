package io.cumulo.gateway.document;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The reference for readers is a folder: who asks for it without the last slash is led there. */
@ApplicationScoped
class Reference {

    private static final String FOLDER = "/docs/";

    void lead(@Observes Router router) {
        router.get("/docs").handler(Reference::lead);
    }

    private static void lead(RoutingContext context) {
        if (context.request().path().equals(FOLDER)) {
            context.next();
        } else {
            context.response()
                    .setStatusCode(308)
                    .putHeader(HttpHeaders.LOCATION, FOLDER)
                    .end();
        }
    }
}
