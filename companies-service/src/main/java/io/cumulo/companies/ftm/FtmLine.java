package io.cumulo.companies.ftm;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * An entity as it is written: for each property its values, each once.
 *
 * @param id within the export
 * @param schema of FollowTheMoney's model
 */
record FtmLine(String id, String schema, Map<String, Set<String>> properties) {

    FtmLine(String id, String schema) {
        this(id, schema, new LinkedHashMap<>());
    }

    /** Adds a value, where there is one. */
    FtmLine with(String property, String value) {
        if (!value.isEmpty()) {
            properties.computeIfAbsent(property, it -> new LinkedHashSet<>()).add(value);
        }
        return this;
    }

    FtmLine with(String property, JsonNode value) {
        return with(property, value.isNumber() ? value.decimalValue().toPlainString() : value.asText(""));
    }

    /** Since when, until when, and who says so. */
    FtmLine during(JsonNode fact) {
        return with("startDate", fact.path("validFrom"))
                .with("endDate", fact.path("validTo"))
                .from(fact);
    }

    FtmLine from(JsonNode fact) {
        for (JsonNode source : fact.path("sources")) {
            with("publisher", source.path("publisher")).with("sourceUrl", source.path("url"));
        }
        return this;
    }

    @JsonIgnore
    boolean isAsset() {
        return schema.equals(FtmExport.COMPANY);
    }
}
