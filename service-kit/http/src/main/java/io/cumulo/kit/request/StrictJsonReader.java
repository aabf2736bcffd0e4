package io.cumulo.kit.request;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyReader;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Reads request records through {@link JsonBinder}, in place of the lenient reader that Jackson brings. */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
@Consumes(MediaType.APPLICATION_JSON)
@Priority(Priorities.USER - 1000)
public class StrictJsonReader implements ServerMessageBodyReader<Record> {

    private final JsonBinder binder;
    private final RequestBody requestBody;

    public StrictJsonReader(JsonBinder binder, RequestBody requestBody) {
        this.binder = binder;
        this.requestBody = requestBody;
    }

    @Override
    public boolean isReadable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo resource, MediaType mediaType) {
        return Record.class.isAssignableFrom(type);
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return Record.class.isAssignableFrom(type);
    }

    @Override
    public Record readFrom(Class<Record> type, Type genericType, MediaType mediaType, ServerRequestContext context)
            throws IOException {
        RuntimeResource matched = ((ResteasyReactiveRequestContext) context).getTarget();
        return read(context.getInputStream(), declaredType(type, matched), matched.getResourceClass());
    }

    /** The parameter's type as written: what is handed in has lost the type variables that the matched class fixes. */
    private static Type declaredType(Class<Record> type, RuntimeResource matched) {
        Method method = matched.getLazyMethod().getMethod();
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.getType() == type)
                .map(Parameter::getParameterizedType)
                .findFirst()
                .orElse(type);
    }

    @Override
    public Record readFrom(
            Class<Record> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> httpHeaders,
            InputStream stream)
            throws IOException {
        return read(stream, genericType, type);
    }

    private Record read(InputStream stream, Type genericType, Class<?> resource) throws IOException {
        byte[] bytes = stream.readAllBytes();
        requestBody.received(bytes);
        return binder.bind(bytes, binder.typeOf(genericType, resource));
    }
}
