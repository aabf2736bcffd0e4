package io.cumulo.kit.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.page.Cursor;
import io.cumulo.kit.page.Page;
import io.cumulo.kit.page.PageRequest;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;

/** Lists as HTTP, the same for all: a page with a link to the next, or all of it, a line for each item, for a client that takes NDJSON or CSV. */
@ApplicationScoped
public class Lists {

    private final ObjectMapper mapper;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    public Lists(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Reads a page, in a session of its own. */
    @FunctionalInterface
    public interface Reader {

        /**
         * The items from a position on.
         *
         * @param moment the same for all pages of one answer
         * @param limit how many at most
         */
        Uni<? extends Page<?>> read(Moment moment, Optional<Cursor> after, int limit);
    }

    /** Another shape of a page than ours. */
    @FunctionalInterface
    public interface Shape {

        /**
         * The body of the answer.
         *
         * @param next address of the next page
         */
        Object of(Page<?> page, Optional<URI> next);
    }

    /**
     * 200 with a page, or with everything as known at one instant.
     *
     * @param name names the list and its filters, for its cursors
     */
    public Uni<Response> answer(String name, Moment moment, PageRequest request, Reader reader) {
        return answer(name, moment, request, reader, (page, next) -> page);
    }

    /** As {@link #answer(String, Moment, PageRequest, Reader)}, with a page in another shape. */
    public Uni<Response> answer(String name, Moment moment, PageRequest request, Reader reader, Shape shape) {
        ListFormat format = ListFormat.of(headers);
        Moment fixed = format == ListFormat.PAGE ? moment : moment.fixed();
        long most = most(request);
        return page(reader, fixed, request.cursor(name), Chunks.size(most))
                .map(first -> format == ListFormat.PAGE
                        ? paged(first, shape)
                        : Rows.of(
                                format,
                                first.items(),
                                Chunks.after(
                                        first,
                                        most,
                                        (next, limit) -> page(reader, fixed, Cursor.decode(name, next), limit)),
                                mapper));
    }

    private static Uni<Page<Object>> page(Reader reader, Moment moment, Optional<Cursor> after, int limit) {
        return Panache.withSession(() -> reader.read(moment, after, limit).map(page -> page.map(Object.class::cast)));
    }

    /** How many items an answer holds at most: a page of them, or all where the client takes a stream. */
    public long most(PageRequest request) {
        return ListFormat.of(headers) == ListFormat.PAGE ? request.limit() : request.most();
    }

    /** 200 with what was found, as the client takes it. */
    public Response listed(Page<?> found) {
        ListFormat format = ListFormat.of(headers);
        return format == ListFormat.PAGE
                ? paged(found)
                : Rows.of(format, found.items(), Multi.createFrom().empty(), mapper);
    }

    /** 200 with the page, and a link to the next. */
    public Response paged(Page<?> page) {
        return paged(page, (same, next) -> same);
    }

    private Response paged(Page<?> page, Shape shape) {
        Optional<URI> next = page.next().map(cursor -> uri.getRequestUriBuilder()
                .replaceQueryParam("cursor", cursor)
                .build());
        Response.ResponseBuilder response = Response.ok(shape.of(page, next), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        next.ifPresent(address -> response.header(
                HttpHeaders.LINK, "<" + address.getRawPath() + "?" + address.getRawQuery() + ">; rel=\"next\""));
        return response.build();
    }
}
