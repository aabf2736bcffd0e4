package io.cumulo.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The restricted level of the Pod Security Standards, rule by rule, and what we ask of a pod beyond it. */
class RestrictedPodsTest {

    static final List<String> OVERLAYS = Manifests.OVERLAYS;

    private static final Set<String> VOLUMES = Set.of(
            "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret");

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void the_namespace_enforces_the_restricted_level(String overlay) {
        assertThat(Manifests.ofKind(Manifests.overlay(overlay), "Namespace").toList())
                .singleElement()
                .satisfies(namespace -> assertThat(namespace
                                .path("metadata")
                                .path("labels")
                                .path("pod-security.kubernetes.io/enforce")
                                .asText())
                        .isEqualTo("restricted"));
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void pods_keep_the_restricted_level(String overlay) {
        check(Manifests.overlay(overlay));
    }

    static void check(List<JsonNode> documents) {
        Manifests.workloads(documents).forEach(workload -> {
            JsonNode pod = Manifests.pod(workload);
            JsonNode security = pod.path("securityContext");
            String name = Manifests.name(workload);
            assertThat(security.path("runAsNonRoot").asBoolean()).as(name).isTrue();
            assertThat(security.path("runAsUser").asInt()).as(name).isPositive();
            assertThat(security.path("seccompProfile").path("type").asText())
                    .as(name)
                    .isEqualTo("RuntimeDefault");
            assertThat(List.of("hostNetwork", "hostPID", "hostIPC")).as(name).noneMatch(pod::has);
            Manifests.elements(pod.path("volumes")).forEach(volume -> assertThat(volume.fieldNames())
                    .toIterable()
                    .as(name)
                    .allMatch(member -> member.equals("name") || VOLUMES.contains(member)));
            Manifests.containers(workload).forEach(container -> {
                JsonNode own = container.path("securityContext");
                assertThat(own.path("allowPrivilegeEscalation").asBoolean(true))
                        .as(name)
                        .isFalse();
                assertThat(own.path("privileged").asBoolean(false)).as(name).isFalse();
                assertThat(own.path("capabilities").path("drop").path(0).asText())
                        .as(name)
                        .isEqualTo("ALL");
                assertThat(own.path("capabilities").has("add")).as(name).isFalse();
                assertThat(Manifests.elements(container.path("ports")))
                        .as(name)
                        .noneMatch(port -> port.has("hostPort"));
            });
        });
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void roots_are_read_only_tokens_stay_out_and_everything_has_its_measure(String overlay) {
        Manifests.workloads(Manifests.overlay(overlay)).forEach(workload -> {
            String name = Manifests.name(workload);
            assertThat(Manifests.pod(workload)
                            .path("automountServiceAccountToken")
                            .asBoolean(true))
                    .as(name)
                    .isFalse();
            assertThat(Manifests.pod(workload).path("serviceAccountName").asText())
                    .as(name)
                    .isNotIn("", "default");
            Manifests.containers(workload).forEach(container -> {
                assertThat(container
                                .path("securityContext")
                                .path("readOnlyRootFilesystem")
                                .asBoolean())
                        .as(name)
                        .isTrue();
                for (String resource : List.of("cpu", "memory")) {
                    assertThat(container.at("/resources/requests").has(resource))
                            .as(name)
                            .isTrue();
                    assertThat(container.at("/resources/limits").has(resource))
                            .as(name)
                            .isTrue();
                }
            });
        });
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void every_process_has_three_probes_on_its_management_port(String overlay) {
        Manifests.ofKind(Manifests.overlay(overlay), "Deployment")
                .filter(deployment -> Manifests.MODULES.contains(Manifests.name(deployment)))
                .flatMap(Manifests::containers)
                .forEach(container -> {
                    int management = Manifests.elements(container.path("ports"))
                            .filter(port -> port.path("name").asText().equals("management"))
                            .mapToInt(port -> port.path("containerPort").asInt())
                            .findFirst()
                            .orElseThrow();
                    assertThat(probe(container, "startupProbe")).isEqualTo("/q/health/started:" + management);
                    assertThat(probe(container, "livenessProbe")).isEqualTo("/q/health/live:" + management);
                    assertThat(probe(container, "readinessProbe")).isEqualTo("/q/health/ready:" + management);
                });
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void a_pod_gets_the_time_that_its_process_takes_to_drain(String overlay) {
        List<JsonNode> documents = Manifests.overlay(overlay);
        JsonNode settings = Manifests.ofKind(documents, "ConfigMap")
                .filter(map -> Manifests.name(map).startsWith("cumulo-"))
                .findFirst()
                .orElseThrow()
                .path("data");
        int needed = seconds(settings, "QUARKUS_SHUTDOWN_DELAY") + seconds(settings, "QUARKUS_SHUTDOWN_TIMEOUT");
        Manifests.ofKind(documents, "Deployment")
                .filter(deployment -> Manifests.MODULES.contains(Manifests.name(deployment)))
                .forEach(deployment -> {
                    assertThat(Manifests.pod(deployment)
                                    .path("terminationGracePeriodSeconds")
                                    .asInt())
                            .isGreaterThan(needed);
                    JsonNode readiness = deployment.at("/spec/template/spec/containers/0/readinessProbe");
                    assertThat(readiness.path("periodSeconds").asInt()
                                    * readiness.path("failureThreshold").asInt())
                            .as("unready is noticed before the process stops answering")
                            .isLessThan(seconds(settings, "QUARKUS_SHUTDOWN_DELAY"));
                    assertThat(seconds(settings, "CUMULO_PROXY_KEEP_ALIVE"))
                            .as("the gateway has let go of kept connections before the process closes them")
                            .isLessThan(seconds(settings, "QUARKUS_SHUTDOWN_DELAY"));
                });
    }

    @Test
    void production_runs_images_by_digest_alone() {
        Manifests.workloads(Manifests.overlay("production"))
                .flatMap(Manifests::containers)
                .forEach(container -> assertThat(container.path("image").asText())
                        .matches("[a-z0-9.-]+(:[0-9]+)?/[a-z0-9./-]+@sha256:[0-9a-f]{64}"));
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void no_image_is_the_latest(String overlay) {
        Manifests.workloads(Manifests.overlay(overlay))
                .flatMap(Manifests::containers)
                .forEach(container -> assertThat(container.path("image").asText())
                        .doesNotEndWith(":latest")
                        .containsPattern("[:@][^/]+$"));
    }

    private static String probe(JsonNode container, String probe) {
        JsonNode get = container.path(probe).path("httpGet");
        return get.path("path").asText() + ":" + get.path("port").asInt();
    }

    private static int seconds(JsonNode settings, String key) {
        return Integer.parseInt(settings.path(key).asText().replaceFirst("s$", ""));
    }
}
