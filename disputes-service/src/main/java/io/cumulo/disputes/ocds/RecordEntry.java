package io.cumulo.disputes.ocds;

import com.fasterxml.jackson.databind.JsonNode;
import io.cumulo.kit.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an entry holds: a release, or a record with the releases in it. Of a record that only says where its releases are, or has none, the compiled
 * release is taken in their place.
 *
 * @param releases by JSON Pointer
 * @param unmapped what else it says
 */
record RecordEntry(Map<String, JsonNode> releases, List<String> unmapped) {

    static RecordEntry of(JsonNode entry) {
        if (!entry.isObject()) {
            throw Problem.MALFORMED_BODY.because("A release or a record is expected, as a JSON object");
        }
        if (isLinked(entry)) {
            return new RecordEntry(Map.of(), List.of("releases/url"));
        }
        boolean isRecord = entry.has("releases") || entry.has("compiledRelease") || entry.has("versionedRelease");
        return isRecord ? record(entry) : new RecordEntry(Map.of("", entry), List.of());
    }

    private static RecordEntry record(JsonNode record) {
        Map<String, JsonNode> releases = new LinkedHashMap<>();
        List<String> unmapped = new ArrayList<>();
        for (int index = 0; index < record.path("releases").size(); index++) {
            JsonNode release = record.path("releases").get(index);
            if (isLinked(release)) {
                unmapped.add("records/releases/url");
            } else {
                releases.put("/releases/" + index, release);
            }
        }
        if (releases.isEmpty() && record.path("compiledRelease").isObject()) {
            releases.put("/compiledRelease", record.path("compiledRelease"));
        }
        if (record.has("versionedRelease")) {
            unmapped.add("records/versionedRelease");
        }
        if (releases.isEmpty()) {
            throw Problem.INVALID_BODY.because("The record has neither a release in it nor a compiled one");
        }
        return new RecordEntry(releases, unmapped);
    }

    private static boolean isLinked(JsonNode release) {
        return release.path("url").isTextual() && !release.has("ocid") && !release.has("id");
    }
}
