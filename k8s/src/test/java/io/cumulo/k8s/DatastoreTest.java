package io.cumulo.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The PostgreSQL that is shipped, and what a restore makes of it. */
class DatastoreTest {

    @ParameterizedTest
    @ValueSource(strings = {"datastore", "restored"})
    void all_of_it_belongs_to_its_cluster(String datastore) {
        List<JsonNode> documents = Manifests.overlay(datastore);
        String cluster = Manifests.name(cluster(datastore));
        assertThat(Stream.of("Database", "ScheduledBackup")
                        .flatMap(kind -> Manifests.ofKind(documents, kind))
                        .map(document -> document.at("/spec/cluster/name").asText()))
                .hasSize(4)
                .containsOnly(cluster);
        assertThat(Manifests.ofKind(documents, "NetworkPolicy")
                        .flatMap(policy -> policy.findValuesAsText("cnpg.io/cluster").stream()))
                .hasSize(4)
                .containsOnly(cluster);
    }

    /** Text search classes characters by LC_CTYPE, whoever provides the locale; the operator's is C, which knows no letters but ASCII's. */
    @Test
    void words_are_found_in_every_script() {
        JsonNode initdb = cluster("datastore").at("/spec/bootstrap/initdb");
        assertThat(initdb.path("localeProvider").asText()).isEqualTo("builtin");
        assertThat(initdb.path("builtinLocale").asText()).isEqualTo("C.UTF-8");
        assertThat(initdb.path("localeCType").asText()).isEqualTo("C.UTF-8");
        assertThat(initdb.path("localeCollate").asText()).isEqualTo("C");
    }

    /** Of two replicas one has each commit: that it is promoted, and not the other, is known only while both can be asked. */
    @Test
    void no_replica_is_promoted_that_could_lack_what_was_acknowledged() {
        JsonNode synchronous = cluster("datastore").at("/spec/postgresql/synchronous");
        assertThat(synchronous.path("dataDurability").asText()).isEqualTo("required");
        assertThat(synchronous.path("failoverQuorum").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"datastore", "restored"})
    void each_instance_has_a_node_of_its_own_and_a_zone_where_there_are_enough(String datastore) {
        JsonNode cluster = cluster(datastore);
        assertThat(cluster.at("/spec/affinity/podAntiAffinityType").asText()).isEqualTo("required");
        assertThat(cluster.at("/spec/affinity/topologyKey").asText()).isEqualTo("kubernetes.io/hostname");
        assertThat(Manifests.elements(cluster.at("/spec/topologySpreadConstraints")))
                .singleElement()
                .satisfies(zones -> {
                    assertThat(zones.path("topologyKey").asText()).isEqualTo("topology.kubernetes.io/zone");
                    assertThat(zones.at("/labelSelector/matchLabels/cnpg.io~1cluster")
                                    .asText())
                            .isEqualTo(Manifests.name(cluster));
                });
    }

    /** Beside it are a gigabyte that PostgreSQL keeps anyway, and what isn't archived yet. */
    @Test
    void a_replica_that_is_away_fills_no_volume() {
        JsonNode specification = cluster("datastore").path("spec");
        assertThat(number(specification.at("/postgresql/parameters/max_slot_wal_keep_size"), "GB") + 2)
                .isLessThan(number(specification.at("/walStorage/size"), "Gi"));
    }

    private static int number(JsonNode quantity, String unit) {
        assertThat(quantity.asText()).endsWith(unit);
        return Integer.parseInt(quantity.asText().replace(unit, ""));
    }

    /** The operator's databases can be entered by everybody, and it has no word to change that. */
    @Test
    void each_role_enters_its_own_database_only_and_by_tls() {
        JsonNode shipped = cluster("datastore").path("spec");
        List<String> rules = Manifests.elements(shipped.at("/postgresql/pg_hba"))
                .map(JsonNode::asText)
                .toList();
        assertThat(rules).endsWith("host all all all reject");
        assertThat(rules.subList(0, rules.size() - 1))
                .containsExactlyInAnyOrderElementsOf(Manifests.ofKind(Manifests.overlay("datastore"), "Database")
                        .map(database -> database.at("/spec/name").asText())
                        .map(name -> "hostssl %s %s,%s_owner all scram-sha-256".formatted(name, name, name))
                        .toList());
    }

    /** With less it would be another server: without archive, with fewer connections than the pools open, of a PostgreSQL that can't read the data. */
    @Test
    void what_is_restored_is_all_that_is_shipped_but_for_where_it_comes_from() {
        ObjectNode shipped = (ObjectNode) cluster("datastore").path("spec").deepCopy();
        ObjectNode restored = (ObjectNode) cluster("restored").path("spec").deepCopy();
        Stream.of(shipped, restored).forEach(cluster -> {
            cluster.remove(List.of("bootstrap", "externalClusters"));
            ((ObjectNode) cluster.at("/plugins/0/parameters")).remove("serverName");
            ((ObjectNode) cluster.at("/topologySpreadConstraints/0/labelSelector/matchLabels"))
                    .remove("cnpg.io/cluster");
        });
        assertThat(restored).isEqualTo(shipped);
    }

    /** The plugin refuses to write into an archive that is not empty. */
    @Test
    void what_is_restored_reads_the_archive_of_the_shipped_and_writes_one_of_its_own() {
        JsonNode restored = cluster("restored").path("spec");
        JsonNode read = restored.path("externalClusters").path(0);
        assertThat(restored.at("/bootstrap/recovery/source")).isEqualTo(read.path("name"));
        assertThat(read.at("/plugin/parameters/serverName").asText())
                .isEqualTo(Manifests.name(cluster("datastore")))
                .isNotEqualTo(restored.at("/plugins/0/parameters/serverName").asText());
        assertThat(restored.at("/plugins/0/isWALArchiver").asBoolean()).isTrue();
    }

    /** Which cluster an object is of can't be changed. */
    @Test
    void what_is_restored_leaves_all_objects_of_the_shipped_but_the_store_alone() {
        assertThat(names("restored")).doesNotContainAnyElementsOf(names("datastore"));
    }

    private static List<String> names(String datastore) {
        return Manifests.overlay(datastore).stream()
                .filter(document -> !document.path("kind").asText().equals("ObjectStore"))
                .map(document -> document.path("kind").asText() + " " + Manifests.name(document))
                .toList();
    }

    private static JsonNode cluster(String datastore) {
        return Manifests.ofKind(Manifests.overlay(datastore), "Cluster")
                .findFirst()
                .orElseThrow();
    }
}
