package io.cumulo.kit.feed;

import io.cumulo.kit.page.Page;
import io.cumulo.kit.page.PageRequest;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The service's events, from any position, in order and without gaps. */
@Path("/v1/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events")
public class FeedResource {

    private final Feed feed;

    public FeedResource(Feed feed) {
        this.feed = feed;
    }

    @GET
    @WithSession
    @Operation(
            operationId = "readEvents",
            summary = "Events after a position, oldest first; go on from `next`, which is given even on an empty page")
    public Uni<Page<CloudEvent>> after(@BeanParam PageRequest page) {
        return feed.after(page.cursor("feed"), page.limit());
    }
}
