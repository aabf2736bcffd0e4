package io.cumulo.disputes.ocds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.stream.Stream;

/** A contracting process as a record: where its releases are, what they tell together, and which of them told what. */
@ApplicationScoped
class PublishedRecords {

    private final StoredReleases stored;
    private final OwnReleases own;
    private final OwnOcids ocids;
    private final Package pack;
    private final Folds folds;

    PublishedRecords(StoredReleases stored, OwnReleases own, OwnOcids ocids, Package pack, Folds folds) {
        this.stored = stored;
        this.own = own;
        this.ocids = ocids;
        this.pack = pack;
        this.folds = folds;
    }

    /**
     * A record package with the one record, as JSON.
     *
     * @param uri where it is had
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when nobody knew of such a process at the moment
     */
    Uni<String> of(String ocid, Moment moment, URI uri) {
        return stored.ofProcess(ocid, moment)
                .chain(published -> published.isEmpty()
                        ? ours(ocid, moment)
                                .chain(releases -> folds.read(
                                        () -> packed(ocid, releases, Ocds.JSON.createObjectNode(), moment, uri)))
                        : own.disputes(ocids.contractOf(ocid), moment)
                                .chain(disputes -> folds.read(() -> packed(
                                        ocid,
                                        Process.merged(published).stream().map(Package::release),
                                        disputes,
                                        moment,
                                        uri))));
    }

    private Uni<Stream<ObjectNode>> ours(String ocid, Moment moment) {
        return ocids.contract(ocid).map(contract -> own.of(contract, moment)).orElseGet(() -> Uni.createFrom()
                .item(Stream.of()));
    }

    private String packed(String ocid, Stream<ObjectNode> releases, ObjectNode disputes, Moment moment, URI uri) {
        FoldedRecord record = new FoldedRecord(ocid);
        releases.forEach(record::add);
        if (record.heads().isEmpty()) {
            throw Problem.NOT_FOUND.because(
                    "No contracting process " + ocid + " had been published on " + moment.asOf());
        }
        ObjectNode around = pack.around(uri, record.heads());
        around.putArray("records").add(record.of(disputes, uri));
        return Ocds.text(around);
    }
}
