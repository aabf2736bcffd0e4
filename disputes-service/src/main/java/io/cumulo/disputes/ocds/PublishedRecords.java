package io.cumulo.disputes.ocds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;

/** A contracting process as a record: where its releases are, what they tell together, and which of them told what. */
@ApplicationScoped
class PublishedRecords {

    private final StoredReleases stored;
    private final OwnReleases own;
    private final OwnOcids ocids;
    private final Package pack;

    PublishedRecords(StoredReleases stored, OwnReleases own, OwnOcids ocids, Package pack) {
        this.stored = stored;
        this.own = own;
        this.ocids = ocids;
        this.pack = pack;
    }

    /** The releases of a process until the moment, as they are given out; none where nobody knows of it. */
    Uni<List<ObjectNode>> releases(String ocid, Moment moment) {
        return stored.ofProcess(ocid, moment).chain(published -> {
            if (!published.isEmpty()) {
                return Uni.createFrom()
                        .item(Process.merged(published).stream()
                                .map(Package::release)
                                .toList());
            }
            return ocids.contract(ocid)
                    .map(contract -> own.of(contract, moment))
                    .orElseGet(() -> Uni.createFrom().item(List.of()));
        });
    }

    /**
     * A record package with the one record.
     *
     * @param uri where it is had
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when nobody knew of such a process at the moment
     */
    Uni<ObjectNode> of(String ocid, Moment moment, URI uri) {
        return releases(ocid, moment).chain(releases -> {
            if (releases.isEmpty()) {
                throw Problem.NOT_FOUND.because(
                        "No contracting process " + ocid + " had been published on " + moment.asOf());
            }
            return disputes(ocid, releases, moment).map(disputes -> {
                ObjectNode around = pack.around(uri, releases);
                around.putArray("records").add(record(ocid, releases, disputes, uri));
                return around;
            });
        });
    }

    /** Whoever published the contract knows nothing of the disputes that we know of. */
    private Uni<ObjectNode> disputes(String ocid, List<ObjectNode> releases, Moment moment) {
        boolean ours = releases.stream().anyMatch(Merge::isWhole);
        return ours
                ? Uni.createFrom().item(Ocds.JSON.createObjectNode())
                : own.disputes(ocids.contractOf(ocid), moment);
    }

    private static ObjectNode record(String ocid, List<ObjectNode> releases, ObjectNode disputes, URI uri) {
        ObjectNode record = Ocds.JSON.createObjectNode().put("ocid", ocid);
        ArrayNode linked = record.putArray("releases");
        releases.forEach(release -> {
            ObjectNode link = linked.addObject()
                    .put("url", address(ocid, release.path("id").asText(), uri));
            link.set("date", release.path("date"));
            link.set("tag", release.path("tag"));
        });
        List<ObjectNode> told =
                releases.stream().map(PublishedRecords::withoutPackage).toList();
        ObjectNode compiled = Merge.compiled(told);
        if (!disputes.isEmpty()) {
            ObjectNode ours = compiled.path(Ocds.EXTENSION) instanceof ObjectNode known
                    ? known
                    : compiled.putObject(Ocds.EXTENSION);
            ours.setAll(disputes);
        }
        record.set("compiledRelease", compiled);
        record.set("versionedRelease", Versions.of(told));
        return record;
    }

    /** What a package says of itself is no part of what its releases tell together. */
    private static ObjectNode withoutPackage(ObjectNode release) {
        ObjectNode told = release.deepCopy();
        if (told.path(Ocds.EXTENSION) instanceof ObjectNode ours) {
            ours.remove(Extension.PUBLISHED_IN);
            if (ours.isEmpty()) {
                told.remove(Ocds.EXTENSION);
            }
        }
        return told;
    }

    private static String address(String ocid, String release, URI uri) {
        return UriBuilder.fromUri(uri.resolve("/v1/ocds/releases"))
                .queryParam("ocid", "{ocid}")
                .fragment("{release}")
                .build(ocid, release)
                .toString();
    }
}
