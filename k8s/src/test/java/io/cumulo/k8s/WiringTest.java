package io.cumulo.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What names something else names something that is there: what no schema can tell. */
class WiringTest {

    static final List<String> OVERLAYS = Manifests.OVERLAYS;

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void services_reach_pods_at_a_port_they_have(String overlay) {
        List<JsonNode> documents = Manifests.overlay(overlay);
        Manifests.ofKind(documents, "Service").forEach(service -> {
            List<JsonNode> reached = Manifests.ofKind(documents, "Deployment")
                    .filter(deployment ->
                            Selectors.matches(service.at("/spec/selector"), Selectors.podLabels(deployment)))
                    .toList();
            assertThat(reached).as(Manifests.name(service)).hasSize(1);
            Manifests.elements(service.at("/spec/ports")).forEach(port -> assertThat(ports(reached.get(0)))
                    .as(Manifests.name(service))
                    .contains(port.path("targetPort").asText()));
        });
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void each_process_is_selected_by_itself_and_kept_up_while_nodes_are_drained(String overlay) {
        List<JsonNode> documents = Manifests.overlay(overlay);
        for (String module : Manifests.MODULES) {
            JsonNode deployment = named(documents, "Deployment", module);
            assertThat(Selectors.matches(deployment.at("/spec/selector/matchLabels"), Selectors.podLabels(deployment)))
                    .isTrue();
            assertThat(deployment
                            .at("/spec/strategy/rollingUpdate/maxUnavailable")
                            .asInt(-1))
                    .isZero();
            JsonNode budget = named(documents, "PodDisruptionBudget", module);
            assertThat(Selectors.matches(budget.at("/spec/selector/matchLabels"), Selectors.podLabels(deployment)))
                    .isTrue();
            assertThat(budget.at("/spec/maxUnavailable").asInt()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void autoscalers_have_a_range_and_are_alone_in_saying_how_many_run(String overlay) {
        List<JsonNode> documents = Manifests.overlay(overlay);
        for (String module : Manifests.MODULES) {
            JsonNode autoscaler = named(documents, "HorizontalPodAutoscaler", module);
            assertThat(autoscaler.at("/spec/scaleTargetRef/kind").asText()).isEqualTo("Deployment");
            assertThat(autoscaler.at("/spec/scaleTargetRef/name").asText()).isEqualTo(module);
            assertThat(autoscaler.at("/spec/minReplicas").asInt())
                    .isBetween(
                            overlay.equals("production") ? 2 : 1,
                            autoscaler.at("/spec/maxReplicas").asInt() - 1);
            assertThat(autoscaler
                            .at("/spec/metrics/0/resource/target/averageUtilization")
                            .asInt())
                    .isBetween(50, 90);
            assertThat(named(documents, "Deployment", module).path("spec").has("replicas"))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void nothing_may_talk_unless_a_policy_names_it_and_every_policy_names_something(String overlay) {
        List<JsonNode> documents = Manifests.overlay(overlay);
        JsonNode all = named(documents, "NetworkPolicy", "default-deny");
        assertThat(all.at("/spec/podSelector").size()).isZero();
        assertThat(all.at("/spec/policyTypes").toString()).contains("Ingress", "Egress");
        assertThat(all.at("/spec").has("ingress") || all.at("/spec").has("egress"))
                .isFalse();
        List<JsonNode> pods =
                Manifests.workloads(documents).map(Selectors::podLabels).toList();
        Manifests.ofKind(documents, "NetworkPolicy").forEach(policy -> {
            assertThat(pods)
                    .as(Manifests.name(policy))
                    .anyMatch(pod -> Selectors.selects(policy.at("/spec/podSelector"), pod));
            Stream.of("ingress", "egress")
                    .flatMap(direction -> Manifests.elements(policy.path("spec").path(direction)))
                    .flatMap(rule -> Stream.of("from", "to").flatMap(end -> Manifests.elements(rule.path(end))))
                    .filter(peer -> peer.has("podSelector") && !peer.has("namespaceSelector"))
                    .forEach(peer -> assertThat(pods)
                            .as(Manifests.name(policy))
                            .anyMatch(pod -> Selectors.selects(peer.path("podSelector"), pod)));
        });
    }

    /** Where NodeLocal DNSCache runs, names are asked of the node, at an address that no selector of pods names. */
    @ParameterizedTest
    @ValueSource(strings = {"local", "production", "datastore", "restored"})
    void who_may_ask_for_names_may_ask_the_node(String overlay) {
        List<JsonNode> asking = Manifests.ofKind(Manifests.overlay(overlay), "NetworkPolicy")
                .flatMap(policy -> Manifests.elements(policy.at("/spec/egress")))
                .filter(rule -> Manifests.elements(rule.path("ports"))
                        .anyMatch(port -> port.path("port").asInt() == 53))
                .toList();
        assertThat(asking).isNotEmpty().allSatisfy(rule -> assertThat(Manifests.elements(rule.path("to"))
                        .map(peer -> peer.at("/ipBlock/cidr").asText()))
                .contains("169.254.20.10/32"));
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void settings_that_are_read_exist_and_secrets_are_those_the_script_makes(String overlay) throws IOException {
        List<JsonNode> documents = Manifests.overlay(overlay);
        Set<String> maps =
                Manifests.ofKind(documents, "ConfigMap").map(Manifests::name).collect(Collectors.toSet());
        assertThat(documents)
                .noneMatch(document -> document.path("kind").asText().equals("Secret"));
        String script = Files.readString(Manifests.folder().resolve("secrets"));
        Manifests.workloads(documents).forEach(workload -> {
            workload.findValues("configMapRef").forEach(reference -> assertThat(maps)
                    .contains(reference.path("name").asText()));
            workload.findValues("configMap")
                    .forEach(volume -> assertThat(volume.path("name").asText())
                            .satisfiesAnyOf(name -> assertThat(maps).contains(name), name -> assertThat(script)
                                    .contains("name: " + name)));
            workload.findValues("secretKeyRef").forEach(reference -> assertThat(
                            reference.path("name").asText())
                    .satisfiesAnyOf(
                            name -> assertThat(name).matches("(companies|investments|disputes)-database(-owner)?"),
                            name -> assertThat(script).contains(name)));
        });
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void only_migrations_have_the_owners_credentials(String overlay) {
        Manifests.workloads(Manifests.overlay(overlay))
                .filter(workload ->
                        workload.findValuesAsText("name").stream().anyMatch(name -> name.endsWith("-database-owner")))
                .map(Manifests::name)
                .forEach(name -> assertThat(name)
                        .satisfiesAnyOf(job -> assertThat(job).endsWith("-migration"), job -> assertThat(job)
                                .isEqualTo("postgres")));
        assertThat(Manifests.ofKind(Manifests.overlay(overlay), "Job").toList()).hasSize(3);
    }

    /** The reactive client speaks plainly unless it is told otherwise, and a server that takes nothing but TLS refuses it. */
    @Test
    void in_production_whoever_talks_to_the_database_looks_at_its_certificate() {
        List<JsonNode> documents = Manifests.overlay("production");
        String ca = "/etc/cumulo/database/ca.crt";
        Stream.of("companies", "disputes", "investments").forEach(name -> Stream.of(
                        named(documents, "Deployment", name + "-service"), named(documents, "Job", name + "-migration"))
                .forEach(workload -> {
                    assertThat(Manifests.elements(Manifests.pod(workload).path("volumes"))
                                    .filter(volume ->
                                            volume.path("name").asText().equals("database-ca"))
                                    .map(volume ->
                                            volume.at("/secret/items/0/path").asText()))
                            .as(Manifests.name(workload))
                            .containsExactly("ca.crt");
                    assertThat(Manifests.containers(workload)
                                    .flatMap(container -> Manifests.elements(container.path("volumeMounts")))
                                    .map(mount -> mount.path("mountPath").asText()))
                            .contains("/etc/cumulo/database");
                }));
        JsonNode settings = named(documents, "ConfigMap", "database").path("data");
        assertThat(settings.path("QUARKUS_DATASOURCE_REACTIVE_POSTGRESQL_SSL_MODE")
                        .asText())
                .isEqualTo("verify-full");
        assertThat(settings.path("QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS")
                        .asText())
                .isEqualTo(ca);
        assertThat(settings.path("QUARKUS_DATASOURCE_JDBC_URL").asText())
                .contains("sslmode=verify-full", "sslrootcert=" + ca);
    }

    /** A job's template can't be changed: a name with a hash of settings in it would make each change of a setting be refused. */
    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void a_setting_can_be_changed_while_the_last_migrations_are_still_there(String overlay) {
        List<JsonNode> documents = Manifests.overlay(overlay);
        JsonNode database = named(documents, "ConfigMap", "database").path("data");
        JsonNode all = Manifests.ofKind(documents, "ConfigMap")
                .filter(map -> Manifests.name(map).startsWith("cumulo-"))
                .findFirst()
                .orElseThrow()
                .path("data");
        Manifests.ofKind(documents, "Job").forEach(job -> assertThat(job.findValues("configMapRef"))
                .as(Manifests.name(job))
                .singleElement()
                .satisfies(map -> assertThat(map.path("name").asText()).isEqualTo("database")));
        assertThat(database.has("CUMULO_DATABASE_HOST")).isTrue();
        database.fieldNames().forEachRemaining(setting -> assertThat(all.path(setting))
                .as("%s, by the jobs and by the services", setting)
                .isEqualTo(database.path(setting)));
    }

    /** A node that takes no pods, cordoned or tainted, would else count as one with none, and nothing more could be scheduled anywhere. */
    @Test
    void spread_counts_only_nodes_that_take_pods() {
        Manifests.ofKind(Manifests.overlay("production"), "Deployment").forEach(deployment -> assertThat(
                        Manifests.elements(Manifests.pod(deployment).path("topologySpreadConstraints")))
                .as(Manifests.name(deployment))
                .hasSize(2)
                .allSatisfy(constraint -> {
                    assertThat(constraint.path("nodeTaintsPolicy").asText()).isEqualTo("Honor");
                    assertThat(Selectors.matches(
                                    constraint.at("/labelSelector/matchLabels"), Selectors.podLabels(deployment)))
                            .isTrue();
                }));
    }

    /**
     * While each service is rolled at its maximum one pod more is there, and those that end, which nobody waits for: a new one is taken as there when it has been ready for a
     * while, and only then the next old one is told to end. Others need connections too: migrations, the operator, people.
     */
    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void all_pools_together_open_no_more_connections_than_the_database_has(String overlay) throws IOException {
        List<JsonNode> documents = Manifests.overlay(overlay);
        Properties kit = new Properties();
        try (Reader settings = Files.newBufferedReader(Manifests.folder()
                .resolveSibling("service-kit/facts/src/main/resources/META-INF/microprofile-config.properties"))) {
            kit.load(settings);
        }
        int ofEach = Stream.of("reactive", "readiness.reactive", "jdbc")
                .mapToInt(pool -> Integer.parseInt(kit.getProperty("quarkus.datasource." + pool + ".max-size")))
                .sum();
        int pods = Manifests.MODULES.stream()
                .filter(module -> !module.equals("gateway"))
                .mapToInt(module -> named(documents, "HorizontalPodAutoscaler", module)
                                .at("/spec/maxReplicas")
                                .asInt()
                        + whileRolled(named(documents, "Deployment", module)))
                .sum();
        assertThat(connections(overlay)).isGreaterThanOrEqualTo(pods * ofEach + 20);
    }

    private static int whileRolled(JsonNode deployment) {
        int surge = deployment.at("/spec/strategy/rollingUpdate/maxSurge").asInt();
        int secondsBetween = deployment.at("/spec/minReadySeconds").asInt();
        int secondsToEnd =
                Manifests.pod(deployment).path("terminationGracePeriodSeconds").asInt();
        assertThat(secondsBetween)
                .as("without a pause all old ones end at once")
                .isPositive();
        return surge + surge * ((secondsToEnd + secondsBetween - 1) / secondsBetween);
    }

    private static int connections(String overlay) {
        JsonNode operated = Manifests.ofKind(Manifests.overlay("datastore"), "Cluster")
                .findFirst()
                .orElseThrow()
                .at("/spec/postgresql/parameters/max_connections");
        return overlay.equals("production")
                ? operated.asInt()
                : Manifests.containers(named(Manifests.overlay(overlay), "Deployment", "postgres"))
                        .flatMap(container -> Manifests.elements(container.path("args")))
                        .filter(argument -> argument.asText().startsWith("max_connections="))
                        .mapToInt(argument -> Integer.parseInt(argument.asText().replaceFirst(".*=", "")))
                        .findFirst()
                        .orElse(100);
    }

    /** The operator looks again at secrets with this label only: without it a changed password waits until something else changes. */
    @Test
    void the_operator_sees_at_once_that_a_password_has_changed(@TempDir Path directory)
            throws IOException, InterruptedException {
        Path printed = directory.resolve("secrets.yaml");
        Tools.run(printed, "./secrets", "cumulo");
        List<JsonNode> secrets = Manifests.read(printed);
        assertThat(Manifests.overlay("datastore").stream()
                        .flatMap(document -> document.findValues("passwordSecret").stream())
                        .map(secret -> secret.path("name").asText()))
                .hasSize(6)
                .allSatisfy(role -> assertThat(named(secrets, "Secret", role)
                                .at("/metadata/labels/cnpg.io~1reload")
                                .asText())
                        .isEqualTo("true"));
    }

    private static JsonNode named(List<JsonNode> documents, String kind, String name) {
        return Manifests.ofKind(documents, kind)
                .filter(document -> Manifests.name(document).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
    }

    private static Set<String> ports(JsonNode deployment) {
        return Manifests.containers(deployment)
                .flatMap(container -> Manifests.elements(container.path("ports")))
                .map(port -> port.path("containerPort").asText())
                .collect(Collectors.toSet());
    }
}
