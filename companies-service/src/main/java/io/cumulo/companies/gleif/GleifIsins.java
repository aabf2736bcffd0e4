package io.cumulo.companies.gleif;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.companies.exchange.ProfileDraft;
import java.util.Optional;

/** Securities that GLEIF and the numbering agencies map to a company. */
final class GleifIsins {

    private GleifIsins() {}

    /** The profile with these ISINs among its identifiers. */
    static ObjectNode added(JsonNode profile, JsonNode isins) {
        ProfileDraft draft = ProfileDraft.of(Optional.of(profile));
        isins.path(GleifElements.ISINS).forEach(isin -> draft.addIdentifier("isin", isin.asText()));
        return draft.body();
    }
}
