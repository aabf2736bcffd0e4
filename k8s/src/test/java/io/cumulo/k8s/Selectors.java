package io.cumulo.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;

/** Which pods a selector selects. */
final class Selectors {

    private Selectors() {}

    static JsonNode podLabels(JsonNode workload) {
        return workload.at("/spec/template/metadata/labels");
    }

    /** Whether all labels of a plain map are on the pod. */
    static boolean matches(JsonNode wanted, JsonNode labels) {
        return wanted.size() > 0
                && StreamSupport.stream(((Iterable<String>) wanted::fieldNames).spliterator(), false)
                        .allMatch(label -> wanted.path(label).equals(labels.path(label)));
    }

    /** Of a label selector: {@code matchLabels} and {@code matchExpressions} with the operator In; an empty one selects all. */
    static boolean selects(JsonNode selector, JsonNode labels) {
        return (!selector.has("matchLabels") || matches(selector.path("matchLabels"), labels))
                && Manifests.elements(selector.path("matchExpressions"))
                        .allMatch(expression ->
                                expression.path("operator").asText().equals("In")
                                        && Manifests.elements(expression.path("values"))
                                                .anyMatch(value -> value.equals(labels.path(
                                                        expression.path("key").asText()))));
    }
}
