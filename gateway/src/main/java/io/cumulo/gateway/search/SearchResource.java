package io.cumulo.gateway.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.gateway.reading.Deadline;
import io.cumulo.gateway.reading.Listing;
import io.cumulo.gateway.reading.ReadingLimits;
import io.cumulo.gateway.reading.ServiceReader;
import io.cumulo.gateway.upstream.Services;
import io.cumulo.kit.clock.Clocks;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Companies, commitments, claims, contracts and disputes, found by the words of their names. */
@Path("/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Search")
public class SearchResource {

    private final ServiceReader reader;
    private final Services services;
    private final ReadingLimits limits;

    SearchResource(ServiceReader reader, Services services, ReadingLimits limits) {
        this.reader = reader;
        this.services = services;
        this.limits = limits;
    }

    @GET
    @Operation(
            summary = "What answers these words in all services, under one ranking",
            description =
                    "Each item says what it is, how well it answers and why. What a service didn't answer in time is named in `incomplete`; the rest is served.")
    @APIResponse(
            responseCode = "200",
            description = "What was found, best first",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "SearchAnswer")))
    public Uni<JsonNode> search(@BeanParam SearchQuestion question, @BeanParam Clocks clocks) {
        String q = question.text();
        int limit = question.limit();
        Deadline deadline = Deadline.of(clocks.moment(), limits.deadline());
        List<Kind> kinds = question.kinds();
        return Uni.join()
                .all(kinds.stream().map(kind -> read(kind, q, limit, deadline)).toList())
                .andFailFast()
                .map(listings -> answer(q, limit, deadline, kinds, listings));
    }

    /** As many of each kind as are answered of all: whichever are the best, they are among them as far as their service ranks, or filters. */
    private Uni<Listing> read(Kind kind, String q, int limit, Deadline deadline) {
        return reader.firstPage(
                kind.segment(), kind.service(services), kind.path(), kind.filter(q), kind.limit(limit), deadline);
    }

    private static ObjectNode answer(String q, int limit, Deadline deadline, List<Kind> kinds, List<Listing> listings) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("q", q);
        answer.put("asOf", deadline.moment().asOf().toString());
        answer.put("knownAt", deadline.moment().knownAt().map(Object::toString).orElse(null));
        Ranking ranking = new Ranking(q);
        ArrayNode items = answer.putArray("items");
        ArrayNode incomplete = answer.putArray("incomplete");
        java.util.stream.IntStream.range(0, kinds.size())
                .boxed()
                .flatMap(index -> listings.get(index).items().stream().map(item -> ranking.of(kinds.get(index), item)))
                .sorted(Found.BEST_FIRST)
                .limit(limit)
                .forEach(found -> items.add(told(found)));
        listings.forEach(listing -> listing.failure().ifPresent(reason -> incomplete
                .addObject()
                .put("part", listing.part())
                .put("ref", listing.path())
                .put("reason", reason.wireName())));
        return answer;
    }

    private static ObjectNode told(Found found) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.put("type", found.kind().wireName())
                .put("id", found.id())
                .put("ref", found.ref())
                .put("title", found.title())
                .put("score", found.score());
        ArrayNode why = told.putArray("why");
        found.why().forEach(word -> why.addObject()
                .put("asked", word.asked())
                .put("found", word.found())
                .put("in", word.in()));
        return told;
    }
}
