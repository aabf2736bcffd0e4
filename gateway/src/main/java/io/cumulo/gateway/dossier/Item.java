package io.cumulo.gateway.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One fact in a dossier.
 *
 * @param section the list it stands in
 * @param ref its path at this API
 * @param body as the service gave it, with {@code through} where it is there because of a member of the family
 */
record Item(Section section, String ref, ObjectNode body) {

    /** The path of an entry of its docket. */
    String docketRef(JsonNode entry) {
        return ref + "/docket/" + entry.path("id").asText();
    }

    static Item of(Section section, String listPath, ObjectNode body) {
        return new Item(section, section.ref(listPath, body), body);
    }
}
