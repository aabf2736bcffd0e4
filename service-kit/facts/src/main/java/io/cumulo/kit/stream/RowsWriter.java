package io.cumulo.kit.stream;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Writes rows as fast as the client takes them; one that leaves ends the reading, and one whose answer breaks off sees that it did. */
@Provider
public class RowsWriter implements ServerMessageBodyWriter<Rows> {

    @Override
    public boolean isWriteable(Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType media) {
        return Rows.class.isAssignableFrom(type);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return Rows.class.isAssignableFrom(type);
    }

    @Override
    public void writeResponse(Rows rows, Type generic, ServerRequestContext context) {
        ResteasyReactiveRequestContext request = (ResteasyReactiveRequestContext) context;
        ServerHttpResponse response = context.serverResponse();
        response.setChunked(true);
        request.suspend();
        rows.chunks()
                .onItem()
                .transformToUniAndConcatenate(chunk -> Uni.createFrom().completionStage(() -> response.write(chunk)))
                .subscribe()
                .with(
                        written -> {},
                        failure -> {
                            breakOff(request, failure);
                            request.resume();
                        },
                        () -> {
                            response.end();
                            request.resume();
                        });
    }

    /** Its end can't be told from a whole answer's but by the connection. */
    private static void breakOff(ResteasyReactiveRequestContext request, Throwable failure) {
        if (!request.serverResponse().closed()) {
            Log.error("A streamed answer broke off", failure);
            request.unwrap(RoutingContext.class).request().connection().close();
        }
    }

    @Override
    public void writeTo(
            Rows rows,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream output) {
        throw new IllegalStateException("rows are written as they are read");
    }
}
