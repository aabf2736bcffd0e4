package io.cumulo.companies.gleif;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Securities that GLEIF and the numbering agencies map to a company. */
final class GleifIsins {

    private GleifIsins() {}

    /** The profile with these ISINs among its identifiers. */
    static ObjectNode added(ObjectNode profile, JsonNode isins) {
        ObjectNode body = profile.deepCopy();
        body.remove(List.of("id", "recordedAt", "standing", "retraction"));
        ArrayNode identifiers = body.withArray("identifiers");
        isins.path(GleifElements.ISINS).forEach(isin -> GleifRecord.addIdentifier(identifiers, "isin", isin.asText()));
        return body;
    }
}
