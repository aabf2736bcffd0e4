package io.cumulo.disputes.ocds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A record as it is made release by release: of a release is held what the next ones leave of it, and where it is found. */
final class FoldedRecord {

    private final String ocid;
    private final ObjectNode told = Ocds.JSON.createObjectNode();
    private final Versions versions = new Versions();
    private final List<ObjectNode> heads = new ArrayList<>();
    private boolean ours;

    FoldedRecord(String ocid) {
        this.ocid = ocid;
    }

    /** @param release the next by its date, as it is given out */
    void add(ObjectNode release) {
        heads.add(head(release));
        ours |= Merge.isWhole(release);
        withoutPackage(release);
        Merge.add(told, release);
        versions.add(release);
    }

    /** Without what they tell: what names each release, and which extensions its package uses. */
    List<ObjectNode> heads() {
        return heads;
    }

    /**
     * The record.
     *
     * @param disputes about the contract, told where its publisher knows nothing of those that we know of
     * @param uri where the record is had
     */
    ObjectNode of(ObjectNode disputes, URI uri) {
        ObjectNode record = Ocds.JSON.createObjectNode().put("ocid", ocid);
        ArrayNode linked = record.putArray("releases");
        heads.forEach(release -> {
            ObjectNode link =
                    linked.addObject().put("url", address(release.path("id").asText(), uri));
            link.set("date", release.path("date"));
            link.set("tag", release.path("tag"));
        });
        ObjectNode compiled = Merge.compiled(told, heads.get(heads.size() - 1));
        if (!ours && !disputes.isEmpty()) {
            ObjectNode extension = compiled.path(Ocds.EXTENSION) instanceof ObjectNode known
                    ? known
                    : compiled.putObject(Ocds.EXTENSION);
            extension.setAll(disputes);
        }
        record.set("compiledRelease", compiled);
        versions.versioned(ocid).ifPresent(versioned -> record.set("versionedRelease", versioned));
        return record;
    }

    private static ObjectNode head(ObjectNode release) {
        ObjectNode head = Ocds.JSON.createObjectNode();
        for (String member : List.of("ocid", "id", "date", "tag")) {
            head.set(member, release.get(member));
        }
        JsonNode extensions =
                release.path(Ocds.EXTENSION).path(Extension.PUBLISHED_IN).path("extensions");
        if (extensions.isArray()) {
            head.putObject(Ocds.EXTENSION).putObject(Extension.PUBLISHED_IN).set("extensions", extensions);
        }
        return head;
    }

    /** What a package says of itself is no part of what its releases tell together. */
    private static void withoutPackage(ObjectNode release) {
        if (release.path(Ocds.EXTENSION) instanceof ObjectNode ours) {
            ours.remove(Extension.PUBLISHED_IN);
            if (ours.isEmpty()) {
                release.remove(Ocds.EXTENSION);
            }
        }
    }

    private String address(String release, URI uri) {
        return UriBuilder.fromUri(uri.resolve("/v1/ocds/releases"))
                .queryParam("ocid", "{ocid}")
                .fragment("{release}")
                .build(ocid, release)
                .toString();
    }
}
