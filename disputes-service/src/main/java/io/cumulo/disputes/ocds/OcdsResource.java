package io.cumulo.disputes.ocds;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.disputes.company.CompanyKeys;
import io.cumulo.disputes.ocds.ReleaseFilter.Asked;
import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.clock.RecordClock;
import io.cumulo.kit.page.Page;
import io.cumulo.kit.page.PageRequest;
import io.cumulo.kit.problem.Problem;
import io.cumulo.kit.stream.ListFormat;
import io.cumulo.kit.stream.Lists;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Contracting processes in the Open Contracting Data Standard, 1.1: what publishers published, and contracts of our own. */
@Path("/v1/ocds")
@Tag(name = "OCDS")
public class OcdsResource {

    private final PublishedRecords records;
    private final ReleaseList releases;
    private final Package pack;
    private final CompanyKeys keys;
    private final Lists lists;
    private final RecordClock clock;
    private final Folds folds;

    @Context
    UriInfo uri;

    OcdsResource(
            PublishedRecords records,
            ReleaseList releases,
            Package pack,
            CompanyKeys keys,
            Lists lists,
            RecordClock clock,
            Folds folds) {
        this.records = records;
        this.releases = releases;
        this.pack = pack;
        this.keys = keys;
        this.lists = lists;
        this.clock = clock;
        this.folds = folds;
    }

    /** A release as a line of JSON. */
    private record Line(@JsonValue @JsonRawValue String json) {}

    @GET
    @Path("records/{ocid}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "A contracting process as a record package",
            description =
                    "With the compiled release, the versioned release, unless it would be longer than 16 million characters, and links to the releases that were out on the day asked about.")
    public Uni<Response> record(@PathParam("ocid") String ocid, @BeanParam Clocks clocks) {
        Moment moment = clocks.moment();
        URI address = uri.getRequestUri();
        return folds.reader(() -> Panache.withSession(
                        () -> clock.settled(moment).chain(settled -> records.of(ocid, settled, address))))
                .map(pack -> Response.ok(pack).build());
    }

    @GET
    @Path("releases")
    @Produces({MediaType.APPLICATION_JSON, ListFormat.NDJSON_TYPE})
    @Operation(
            summary = "Releases as release packages, page by page, or as lines",
            description =
                    "The next page is at `links.next`. A package holds a release at least: where none is found it is 404.")
    @APIResponse(responseCode = "404")
    public Uni<Response> releases(
            @BeanParam ReleaseFilter filter, @BeanParam Clocks clocks, @BeanParam PageRequest page) {
        Asked asked = filter.asked();
        String list = "releases " + asked;
        Moment moment = clocks.moment();
        return keys.allKeys(asked.buyers(), moment)
                .map(asked::by)
                .chain(known -> lists.answer(
                        list,
                        moment,
                        page,
                        (at, after, limit) -> releases.page(list, known, at, after, limit)
                                .map(found -> found.map(release -> new Line(Ocds.text(release)))),
                        this::packed));
    }

    private Object packed(Page<?> page, Optional<URI> next) {
        List<ObjectNode> found = page.items().stream()
                .map(line -> (ObjectNode) Ocds.tree(((Line) line).json()))
                .toList();
        if (found.isEmpty()) {
            throw Problem.NOT_FOUND.because("No release is found");
        }
        ObjectNode around = pack.around(uri.getRequestUri(), found);
        next.ifPresent(address -> around.putObject("links").put("next", address.toString()));
        around.putArray("releases").addAll(found);
        return Ocds.text(around);
    }
}
