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
