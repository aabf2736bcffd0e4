package io.cumulo.disputes.docket;

import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.clock.RecordClock;
import io.cumulo.kit.page.Cursor;
import io.cumulo.kit.page.Page;
import io.cumulo.kit.page.PageRequest;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A docket for readers of feeds (Atom, RFC 4287; pages, RFC 5005). */
@Path("/v1/disputes/{dispute}/feed.atom")
@Tag(name = "Dockets")
public class AtomResource {

    private static final Comparator<EntryVersion> NEWEST_FIRST =
            Comparator.comparing(AtomResource::micros).reversed().thenComparing(EntryVersion::factId);

    private final FiledDisputes disputes;
    private final RecordedDockets dockets;
    private final RecordClock clock;

    public AtomResource(FiledDisputes disputes, RecordedDockets dockets, RecordClock clock) {
        this.disputes = disputes;
        this.dockets = dockets;
        this.clock = clock;
    }

    @GET
    @Produces(FeedText.ATOM)
    @Operation(summary = "The entries until a day as an Atom feed, what was recorded last first")
    public Uni<Response> feed(
            @PathParam("dispute") String dispute,
            @BeanParam Clocks clocks,
            @BeanParam PageRequest page,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Moment moment = clocks.moment();
        String list = "feed of " + dispute;
        int limit = page.limit();
        Optional<Cursor> after = page.cursor(list);
        AtomAddresses addresses = new AtomAddresses(uri, dispute);
        String condition = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        return Panache.withSession(() -> clock.settled(moment).chain(settled -> disputes.title(dispute, settled)
                .chain(title -> dockets.docket(dispute, settled).map(docket -> {
                    List<EntryVersion> entries = entries(docket, moment);
                    AtomFeed feed = new AtomFeed(dispute, title, updated(entries), addresses);
                    return FeedText.answer(feed.page(page(list, entries, after, limit)), FeedText.ATOM, condition);
                }))));
    }

    private static List<EntryVersion> entries(RecordedDocket docket, Moment moment) {
        return docket.inOrder(moment.asOf()).stream()
                .map(RecordedDocket.Placed::entry)
                .sorted(NEWEST_FIRST)
                .toList();
    }

    private static Optional<Instant> updated(List<EntryVersion> newestFirst) {
        return newestFirst.stream().findFirst().map(entry -> entry.toFact().recordedAt());
    }

    private static Page<EntryVersion> page(
            String list, List<EntryVersion> newestFirst, Optional<Cursor> after, int limit) {
        List<EntryVersion> left = newestFirst.stream()
                .filter(entry -> after.isEmpty()
                        || micros(entry) < after.get().number(0)
                        || (micros(entry) == after.get().number(0)
                                && entry.factId().compareTo(after.get().text(1)) > 0))
                .limit(limit + 1L)
                .toList();
        return Page.cut(left, limit, last -> Cursor.of(list, String.valueOf(micros(last)), last.factId()));
    }

    private static long micros(EntryVersion entry) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, entry.toFact().recordedAt());
    }
}
