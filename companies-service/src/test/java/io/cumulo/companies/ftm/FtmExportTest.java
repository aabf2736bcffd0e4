package io.cumulo.companies.ftm;

import static io.cumulo.kit.testing.Write.SOURCES;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.companies.ArticleCompanies;
import io.cumulo.companies.exchange.Import;
import io.cumulo.kit.testing.RealData;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FtmExportTest {

    private final ObjectMapper mapper = new ObjectMapper();
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void companies_of_every_kind_with_every_relationship() {
        ArticleCompanies.record();
        List<String> lines = new ArrayList<>();
        for (String kind :
                List.of("company", "business-unit", "brand", "public-body", "research-firm", "publisher", "court")) {
            lines.add(
                    line(
                            kind,
                            "\"kind\":\"" + kind + "\",\"legalName\":\"The " + kind
                                    + "\",\"country\":\"DE\",\"identifiers\":["
                                    + "{\"scheme\":\"isin\",\"value\":\"US0378331005\"},{\"scheme\":\"cik\",\"value\":\"0000320193\"},"
                                    + "{\"scheme\":\"ticker\",\"value\":\"TICK\",\"market\":\"XNYS\"},{\"scheme\":\"unheard-of\",\"value\":\"1\"}],"));
        }
        lines.add(line("twin", "\"kind\":\"company\",\"legalName\":\"The twin\","));
        for (String type : List.of(
                "parent-of", "ultimate-parent-of", "brand-of", "competes-with", "succeeded-by", "customer-of")) {
            lines.add(link("public-body", type, "court", ""));
            lines.add(link("research-firm", type, "company", "\"percentage\":100.0,\"validTo\":\"2015\","));
        }
        lines.add(link("court", "unit-of", "public-body", ""));
        lines.add(link("company", "competes-with", "twin", ""));
        lines.add(line(
                "twin/roles/ceo",
                "\"person\":\"Jane Roe\",\"title\":\"CEO\",\"validFrom\":\"1999-04\",\"validTo\":\"2003\","));
        assertThat(Import.of("ndjson", String.join("\n", lines)).getInt("rejected"))
                .isZero();
        Write.post(
                        "/v1/companies/" + key("twin") + "/merge",
                        "{\"into\":\"" + key("company") + "\",\"sources\":" + SOURCES + "}")
                .send()
                .statusCode(201);
    }

    @Test
    void links_stand_between_entities_of_the_export_and_roles_that_ended_are_told() throws IOException {
        Map<String, JsonNode> entities = export();
        assertThat(entities).doesNotContainKey(id("twin"));
        assertThat(entities.values().stream().map(JsonNode::toString))
                .noneMatch(line -> line.contains("\"" + id("twin") + "\""));
        JsonNode ownership = entities.get(id("research-firm") + ".relationships.parent-of-company");
        assertThat(ownership.path("schema").asText()).isEqualTo("Ownership");
        assertThat(ownership.path("properties").path("percentage").path(0).asText())
                .isEqualTo("100");
        JsonNode role = entities.get(id("twin") + ".roles.ceo");
        assertThat(role.path("properties").path("organization").path(0).asText())
                .isEqualTo(id("company"));
        assertThat(role.path("properties").path("endDate").path(0).asText()).isEqualTo("2003");
    }

    @Test
    void an_export_that_is_imported_again_changes_nothing() {
        String export = exported();
        JsonPath again = Import.of("ftm", export);
        assertThat(again.getInt("rejected")).isZero();
        assertThat(again.getInt("accepted")).isZero();
        assertThat(again.getLong("unchanged")).isEqualTo(export.lines().count());
        assertThat(exported()).isEqualTo(export);
    }

    @Test
    void an_older_export_brings_nothing_back() {
        String export = exported();
        Write.put(
                        "/v1/companies/" + key("brand"),
                        "{\"kind\":\"brand\",\"legalName\":\"Renamed\",\"sources\":" + SOURCES + "}")
                .sendIfMatch("*")
                .statusCode(200);
        Write.post(
                        "/v1/companies/" + key("research-firm") + "/relationships/parent-of-company/retraction",
                        "{\"reason\":\"wrong\",\"sources\":" + SOURCES + "}")
                .send()
                .statusCode(200);
        JsonPath again = Import.of("ftm", export);
        assertThat(again.getInt("rejected")).isZero();
        assertThat(again.getInt("accepted")).isZero();
    }

    @Test
    void an_export_that_is_imported_elsewhere_is_recorded_once() {
        String export = exported().replace(run, "else" + run);
        JsonPath elsewhere = Import.of("ftm", export);
        assertThat(elsewhere.getInt("rejected")).isZero();
        assertThat(elsewhere.getInt("accepted")).isEqualTo(11);
        JsonPath again = Import.of("ftm", export);
        assertThat(again.getInt("rejected")).isZero();
        assertThat(again.getInt("accepted")).isZero();
    }

    @Test
    void others_may_link_companies_by_the_ids_of_an_export() {
        Import.of(
                "ftm",
                "{\"id\":\"theirs-" + run + "\",\"schema\":\"Succession\",\"properties\":{\"predecessor\":[\""
                        + id("twin") + "\"],\"successor\":[\"" + id("brand") + "\"]}}");
        given().get("/v1/companies/" + key("company") + "/relationships?limit=500")
                .then()
                .body("items.to", hasItem(key("brand")));
    }

    /** Of the model: the schema, its properties and those it inherits, their types, what is required, and what an edge may stand between. */
    @Test
    void every_line_is_valid_in_the_model() throws IOException {
        JsonNode schemata = mapper.readTree(
                        RealData.file("ftm/followthemoney-defaultModel.json").toFile())
                .path("schemata");
        Map<String, JsonNode> entities = export();
        assertThat(entities).hasSizeGreaterThan(40);
        entities.values().forEach(entity -> requireValid(entity, schemata, entities));
    }

    private static void requireValid(JsonNode entity, JsonNode schemata, Map<String, JsonNode> entities) {
        String schema = entity.path("schema").asText();
        assertThat(schemata.path(schema).path("abstract").asBoolean())
                .as(entity.toString())
                .isFalse();
        Map<String, JsonNode> known = properties(schemata, schema);
        entity.path("properties").properties().forEach(property -> {
            assertThat(known).as(entity.toString()).containsKey(property.getKey());
            assertThat(property.getValue()).as(entity.toString()).isNotEmpty().allMatch(JsonNode::isTextual);
            property.getValue().forEach(value -> assertThat(
                            isValid(value.asText(), known.get(property.getKey()), schemata, entities))
                    .as(property + " in " + entity)
                    .isTrue());
        });
        for (JsonNode required : schemata.path(schema).path("required")) {
            assertThat(entity.path("properties").path(required.asText()))
                    .as(entity.toString())
                    .isNotEmpty();
        }
    }

    private static boolean isValid(String value, JsonNode property, JsonNode schemata, Map<String, JsonNode> entities) {
        return switch (property.path("type").asText()) {
            case "date" -> value.matches("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");
            case "country" -> value.matches("[a-z]{2}");
            case "url" -> URI.create(value).getHost() != null;
            case "entity" ->
                entities.containsKey(value)
                        && isA(
                                schemata,
                                entities.get(value).path("schema").asText(),
                                property.path("range").asText());
            default -> !value.isBlank();
        };
    }

    private static boolean isA(JsonNode schemata, String schema, String wanted) {
        if (schema.equals(wanted)) {
            return true;
        }
        for (JsonNode parent : schemata.path(schema).path("extends")) {
            if (isA(schemata, parent.asText(), wanted)) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, JsonNode> properties(JsonNode schemata, String schema) {
        Map<String, JsonNode> properties = new LinkedHashMap<>();
        schemata.path(schema)
                .path("extends")
                .forEach(parent -> properties.putAll(properties(schemata, parent.asText())));
        schemata.path(schema)
                .path("properties")
                .properties()
                .forEach(one -> properties.put(one.getKey(), one.getValue()));
        return properties;
    }

    private Map<String, JsonNode> export() throws IOException {
        Map<String, JsonNode> entities = new LinkedHashMap<>();
        for (String line : exported().lines().toList()) {
            JsonNode entity = mapper.readTree(line);
            assertThat(entities.put(entity.path("id").asText(), entity))
                    .as(line)
                    .isNull();
        }
        return entities;
    }

    private static String exported() {
        return given().queryParam("format", "ftm").get("/v1/companies/exports").asString();
    }

    private String id(String name) {
        return "cumulo." + key(name);
    }

    private String key(String name) {
        return name + "-" + run;
    }

    private String link(String from, String type, String to, String more) {
        return line(
                from + "/relationships/" + type + "-" + to,
                "\"type\":\"" + type + "\",\"to\":\"" + key(to) + "\"," + more);
    }

    private String line(String path, String body) {
        String[] parts = path.split("/", 2);
        return "{\"path\":\"/v1/companies/" + key(parts[0]) + (parts.length == 1 ? "" : "/" + parts[1])
                + "\",\"body\":{" + body + "\"sources\":" + SOURCES + "}}";
    }
}
