package io.cumulo.kit.feed;

import io.cumulo.kit.page.Cursor;
import io.cumulo.kit.page.Page;
import io.cumulo.kit.page.PageRequest;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The service's events, from any position, in order and without gaps. */
@Path("/v1/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events")
public class FeedResource {

    private static final int LONGEST_WAIT_SECONDS = 20;
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final Feed feed;

    public FeedResource(Feed feed) {
        this.feed = feed;
    }

    @GET
    @Operation(
            summary = "Events after a position, oldest first; go on from `next`, which is given even on an empty page")
    public Uni<Page<CloudEvent>> after(
            @BeanParam PageRequest page,
            @QueryParam("wait")
                    @Parameter(
                            description = "How many seconds to wait for an event when there is none (long poll).",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "0",
                                            maximum = "20",
                                            defaultValue = "0"))
                    String wait) {
        Instant until = Clock.systemUTC().instant().plusSeconds(seconds(wait));
        return read(page.cursor("feed"), page.limit(), until);
    }

    /** Each look has a session of its own: whoever waits holds no connection. */
    private Uni<Page<CloudEvent>> read(Optional<Cursor> position, int limit, Instant until) {
        return Panache.withSession(() -> feed.after(position, limit))
                .chain(page ->
                        page.items().isEmpty() && Clock.systemUTC().instant().isBefore(until)
                                ? Uni.createFrom()
                                        .voidItem()
                                        .onItem()
                                        .delayIt()
                                        .by(LOOK_EVERY)
                                        .chain(() -> read(position, limit, until))
                                : Uni.createFrom().item(page));
    }

    private static int seconds(String wait) {
        if (wait == null) {
            return 0;
        }
        if (wait.matches("[0-9]{1,2}") && Integer.parseInt(wait) <= LONGEST_WAIT_SECONDS) {
            return Integer.parseInt(wait);
        }
        throw Problem.INVALID_PARAMETER.because(
                "The feed can't be read so",
                List.of(Fault.parameter("wait", "must be a whole number from 0 to " + LONGEST_WAIT_SECONDS)));
    }
}
