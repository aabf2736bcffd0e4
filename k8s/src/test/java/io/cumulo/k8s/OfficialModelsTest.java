package io.cumulo.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every document of an API that Kubernetes itself has, against the models of its official client: unknown and missing members, wrong types. */
class OfficialModelsTest {

    private static final Map<String, String> MODELS = Map.of(
            "v1", "V1",
            "apps/v1", "V1",
            "batch/v1", "V1",
            "policy/v1", "V1",
            "networking.k8s.io/v1", "V1",
            "autoscaling/v2", "V2");

    @ParameterizedTest
    @ValueSource(strings = {"local", "production", "datastore", "restored"})
    void documents_are_as_the_models_of_kubernetes_have_them(String overlay) {
        check(Manifests.overlay(overlay));
    }

    static void check(List<JsonNode> documents) {
        int checked = 0;
        for (JsonNode document : documents) {
            String version = MODELS.get(document.path("apiVersion").asText());
            if (version != null) {
                check(version + document.path("kind").asText(), document);
                checked++;
            }
        }
        assertThat(checked).isPositive();
    }

    @Test
    void a_misspelt_member_is_refused() {
        JsonNode deployment = Manifests.ofKind(Manifests.overlay("production"), "Deployment")
                .findFirst()
                .orElseThrow()
                .deepCopy();
        ((ObjectNode) deployment.path("spec")).put("replica", 1);
        assertThatThrownBy(() -> check("V1Deployment", deployment)).hasMessageContaining("replica");
    }

    private static void check(String model, JsonNode document) {
        try {
            Class.forName("io.kubernetes.client.openapi.models." + model)
                    .getMethod("validateJsonElement", JsonElement.class)
                    .invoke(null, JsonParser.parseString(document.toString()));
        } catch (InvocationTargetException refused) {
            throw new AssertionError(
                    document.path("kind").asText() + " " + Manifests.name(document) + ": "
                            + refused.getCause().getMessage(),
                    refused.getCause());
        } catch (ReflectiveOperationException unknown) {
            throw new AssertionError("no model " + model, unknown);
        }
    }
}
