package io.cumulo.disputes.ocds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.kit.testing.RealData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergeTest {

    private static final String EXAMPLE = "ocds/fictional-example/1.1/";

    @Test
    void a_later_value_replaces_an_earlier_one_and_null_removes_it() {
        assertThat(told("{'tender':{'title':'A','status':'planned'}}", "{'tender':{'title':'B','status':null}}"))
                .isEqualTo(json("{'tender':{'title':'B'}}"));
        assertThat(told("{'tender':{'title':'A'}}", "{'tender':{'title':null}}"))
                .isEqualTo(json("{}"));
    }

    @Test
    void objects_with_ids_are_merged_by_id_and_others_are_replaced_or_added() {
        assertThat(told(
                        "{'awards':[{'id':'1','title':'A'},{'id':'2','title':'B'}]}",
                        "{'awards':[{'id':'2','title':'C'},{'id':'3'}]}"))
                .isEqualTo(json("{'awards':[{'id':'1','title':'A'},{'id':'2','title':'C'},{'id':'3'}]}"));
        assertThat(told("{'a':['x','y']}", "{'a':['z']}")).isEqualTo(json("{'a':['z']}"));
        assertThat(told("{'a':[{'b':1}]}", "{'a':[{'b':2},{'b':1,'c':null},{'id':'1','b':1}]}"))
                .isEqualTo(json("{'a':[{'b':1},{'b':2},{'id':'1','b':1}]}"));
        assertThat(told("{'changes':[{'property':'a'}]}", "{'changes':[{'property':'b'}]}"))
                .isEqualTo(json("{'changes':[{'property':'b'}]}"));
        assertThat(told(
                        "{'additionalIdentifiers':[{'id':'1','scheme':'A'}]}",
                        "{'additionalIdentifiers':[{'id':'2','scheme':'B'}]}"))
                .isEqualTo(json("{'additionalIdentifiers':[{'id':'2','scheme':'B'}]}"));
    }

    @Test
    void a_number_and_a_text_are_different_ids() {
        assertThat(told("{'awards':[{'id':1}]}", "{'awards':[{'id':'1'}]}"))
                .isEqualTo(json("{'awards':[{'id':1},{'id':'1'}]}"));
    }

    @Test
    void what_a_whole_release_leaves_out_is_no_longer_so() {
        List<ObjectNode> releases = releases(
                "{'tender':{'title':'A'},'awards':[{'id':'1','title':'B'},{'id':'2'}]}",
                "{'awards':[{'id':'2','title':'C'}],'cumulo_disputes':{'whole':true}}");
        assertThat(told(releases))
                .isEqualTo(json("{'awards':[{'id':'2','title':'C'}],'cumulo_disputes':{'whole':true}}"));
        JsonNode versions = versions(releases);
        assertThat(versions.at("/tender/title")).hasSize(2);
        assertThat(versions.at("/tender/title/1/value").isNull()).isTrue();
        assertThat(versions.at("/awards/0/title/1/value").isNull()).isTrue();
        assertThat(versions.at("/awards/1/title/0/value").asText()).isEqualTo("C");
    }

    @Test
    void amounts_stay_as_they_were_printed() {
        assertThat(Ocds.text(Ocds.tree("{\"a\":11000000,\"b\":10000000000.10,\"c\":1E+3}")))
                .isEqualTo("{\"a\":11000000,\"b\":10000000000.10,\"c\":1000}");
    }

    @Test
    void the_example_of_the_standard_is_merged_as_its_authors_did() throws IOException {
        List<ObjectNode> releases = example();
        JsonNode record = Ocds.JSON
                .readTree(RealData.file(EXAMPLE + "record/ocds-213czf-000-00001-withversions.json")
                        .toFile())
                .at("/records/0");
        assertThat(Merge.compiled(told(releases), releases.get(releases.size() - 1)))
                .isEqualTo(record.path("compiledRelease"));
        assertThat(versions(releases)).isEqualTo(record.path("versionedRelease"));
    }

    private static List<ObjectNode> example() throws IOException {
        List<ObjectNode> releases = new ArrayList<>();
        Ocds.JSON
                .readTree(RealData.file(EXAMPLE + "ocds-213czf-000-00001.json").toFile())
                .path("releases")
                .forEach(release -> releases.add((ObjectNode) release));
        return releases;
    }

    private static ObjectNode told(String... releases) {
        return told(releases(releases));
    }

    private static ObjectNode told(List<ObjectNode> releases) {
        ObjectNode told = Ocds.JSON.createObjectNode();
        releases.forEach(release -> Merge.add(told, release));
        return told;
    }

    private static JsonNode versions(List<ObjectNode> releases) {
        Versions versions = new Versions();
        releases.forEach(versions::add);
        return Ocds.tree(Ocds.text(
                versions.versioned(releases.get(0).path("ocid").asText()).orElseThrow()));
    }

    private static List<ObjectNode> releases(String... releases) {
        return Arrays.stream(releases).map(MergeTest::json).toList();
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) Ocds.tree(text.replace('\'', '"'));
    }
}
