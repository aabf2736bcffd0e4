package io.cumulo.gateway.dossier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.gateway.reading.Listing;
import java.util.List;

/**
 * A unit, brand or subsidiary of the company that is asked about.
 *
 * @param company its key
 * @param relationship through which it belongs to the company, such as {@code unit-of}
 */
record Member(String company, String relationship) {

    static List<Member> in(Listing family) {
        return family.items().stream()
                .map(item -> new Member(
                        item.path("company").asText(), item.path("through").asText()))
                .toList();
    }

    /** Says in an item why it stands in the dossier of another company. */
    void mark(ObjectNode item) {
        item.putObject("through").put("company", company).put("relationship", relationship);
    }
}
