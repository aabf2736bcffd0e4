package io.cumulo.disputes.docket;

import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.clock.RecordClock;
import io.cumulo.kit.clock.RecordTime;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The hearings and due dates of a dispute, for calendars (iCalendar, RFC 5545). */
@Path("/v1/disputes/{dispute}/calendar.ics")
@Tag(name = "Dockets")
public class CalendarResource {

    private final FiledDisputes disputes;
    private final RecordedDockets dockets;
    private final RecordClock clock;

    public CalendarResource(FiledDisputes disputes, RecordedDockets dockets, RecordClock clock) {
        this.disputes = disputes;
        this.dockets = dockets;
        this.clock = clock;
    }

    /** What is to come belongs to it, so no day cuts it off; an entry that was taken back is shown as cancelled. */
    @GET
    @Produces(FeedText.CALENDAR)
    @Operation(summary = "Hearings and due dates as iCalendar, of all days")
    public Uni<Response> calendar(
            @PathParam("dispute") String dispute, @BeanParam RecordTime known, @Context HttpHeaders headers) {
        Moment moment = known.moment();
        String condition = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        return Panache.withSession(() -> clock.settled(moment)
                .chain(settled -> disputes.title(dispute, settled).chain(title -> dockets.docket(dispute, settled)
                        .map(docket ->
                                FeedText.answer(calendar(title, docket.versions()), FeedText.CALENDAR, condition)))));
    }

    private static String calendar(String title, List<EntryVersion> versions) {
        ContentLines lines = new ContentLines()
                .add("BEGIN", "VCALENDAR")
                .add("VERSION", "2.0")
                .add("PRODID", "-//Cumulo//Disputes//EN")
                .add("CALSCALE", "GREGORIAN")
                .addText("NAME", title)
                .addText("X-WR-CALNAME", title);
        versions.stream()
                .flatMap(version -> CalendarEvent.of(version).stream())
                .forEach(event -> event.write(lines, title));
        return lines.add("END", "VCALENDAR").toString();
    }
}
