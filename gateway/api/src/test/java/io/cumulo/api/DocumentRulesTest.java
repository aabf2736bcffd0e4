package io.cumulo.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What linters of OpenAPI ask of a document, and what this API's conventions ask beyond that. */
class DocumentRulesTest {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final JsonNode document = read();

    private static JsonNode read() {
        try {
            return new ObjectMapper()
                    .readTree(Path.of(System.getProperty("document")).toFile());
        } catch (IOException missing) {
            throw new UncheckedIOException("the gateway's build leaves the document: build it first", missing);
        }
    }

    private void eachOperation(BiConsumer<String, JsonNode> visitor) {
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(member -> METHODS.contains(member.getKey()))
                .forEach(member -> visitor.accept(
                        member.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), member.getValue())));
    }

    private List<String> operationsWhere(BiConsumer<JsonNode, List<String>> rule) {
        List<String> faults = new ArrayList<>();
        eachOperation((name, operation) -> {
            List<String> found = new ArrayList<>();
            rule.accept(operation, found);
            found.forEach(fault -> faults.add(name + ": " + fault));
        });
        return faults;
    }

    @Test
    void it_is_openapi_3_1_and_tells_who_made_it_and_under_which_licence() {
        assertThat(document.path("openapi").asText()).startsWith("3.1");
        for (String pointer : List.of(
                "/info/title",
                "/info/version",
                "/info/description",
                "/info/contact/name",
                "/info/license/name",
                "/servers/0/url")) {
            assertThat(document.at(pointer).asText()).as(pointer).isNotBlank();
        }
    }

    @Test
    void every_service_is_in_it() {
        assertThat(document.path("paths").has("/v1/companies")).isTrue();
        assertThat(document.path("paths").has("/v1/commitments")).isTrue();
        assertThat(document.path("paths").has("/v1/contracts")).isTrue();
        assertThat(document.path("paths").has("/v1/dossiers/{company}")).isTrue();
    }

    @Test
    void every_operation_has_a_readable_id_of_its_own() {
        Set<String> ids = new HashSet<>();
        assertThat(operationsWhere((operation, faults) -> {
                    String id = operation.path("operationId").asText();
                    if (!id.matches("[a-z][A-Za-z0-9]+")) {
                        faults.add("id " + id);
                    }
                    if (!ids.add(id)) {
                        faults.add("id " + id + " is another's too");
                    }
                }))
                .isEmpty();
    }

    @Test
    void every_operation_is_described_and_under_a_tag_that_is_described() {
        Set<String> tags = new HashSet<>();
        document.path("tags").forEach(tag -> {
            assertThat(tag.path("description").asText()).as(tag.toString()).isNotBlank();
            tags.add(tag.path("name").asText());
        });
        assertThat(operationsWhere((operation, faults) -> {
                    if (operation.path("summary").asText().isBlank()) {
                        faults.add("no summary");
                    }
                    if (operation.path("description").asText().isBlank()) {
                        faults.add("no description");
                    }
                    if (operation.path("tags").isEmpty()) {
                        faults.add("no tag");
                    }
                    operation.path("tags").forEach(tag -> {
                        if (!tags.contains(tag.asText())) {
                            faults.add("tag " + tag);
                        }
                    });
                }))
                .isEmpty();
    }

    @Test
    void what_can_be_asked_for_as_a_script_says_so() {
        Set<String> scripted = new HashSet<>();
        assertThat(operationsWhere((operation, faults) -> {
                    for (JsonNode parameter : operation.path("parameters")) {
                        if (parameter.path("name").asText().equals("callback")) {
                            scripted.add(operation.path("operationId").asText());
                            JsonNode script = operation
                                    .path("responses")
                                    .path("200")
                                    .path("content")
                                    .path("application/javascript");
                            if (!script.at("/schema/type").asText().equals("string")) {
                                faults.add("no script is answered");
                            }
                            if (!operation.path("description").asText().contains("left aside")) {
                                faults.add("doesn't say that unknown parameters are left aside");
                            }
                        }
                    }
                }))
                .isEmpty();
        assertThat(scripted).hasSizeGreaterThan(5);
    }

    @Test
    void every_import_names_the_formats_that_it_takes() {
        Set<String> formats = new HashSet<>();
        assertThat(operationsWhere((operation, faults) -> {
                    for (JsonNode parameter : operation.path("parameters")) {
                        if (parameter.path("name").asText().equals("format")
                                && operation.path("operationId").asText().endsWith("Import")) {
                            Set<String> here = new TreeSet<>();
                            parameter.at("/schema/enum").forEach(name -> here.add(name.asText()));
                            if (!here.contains(parameter.path("example").asText())) {
                                faults.add(parameter.path("example") + " is none of " + here);
                            }
                            if (!parameter.path("required").asBoolean()) {
                                faults.add("may be left out");
                            }
                            formats.addAll(here);
                        }
                    }
                }))
                .isEmpty();
        assertThat(formats)
                .contains("ndjson", "gleif", "ftm", "eurofxref", "sec-companyfacts", "iati", "ocds", "docket");
    }

    @Test
    void every_operation_says_what_it_answers_and_its_problems_are_problem_documents() {
        assertThat(operationsWhere((operation, faults) -> {
                    JsonNode responses = operation.path("responses");
                    boolean succeeds = responses.properties().stream()
                            .anyMatch(each -> each.getKey().startsWith("2"));
                    if (!succeeds) {
                        faults.add("no success");
                    }
                    responses.properties().forEach(each -> {
                        JsonNode response = resolved(each.getValue());
                        if (response.path("description").asText().isBlank()) {
                            faults.add(each.getKey() + " has no description");
                        }
                        if (each.getKey().compareTo("400") >= 0
                                && !response.path("content").has("application/problem+json")) {
                            faults.add(each.getKey() + " is no problem document");
                        }
                        response.path("content").properties().forEach(media -> {
                            if (!media.getValue().has("schema")) {
                                faults.add(each.getKey() + " " + media.getKey() + " has no schema");
                            }
                        });
                    });
                    for (String always : List.of("400", "429", "503")) {
                        if (!responses.has(always)) {
                            faults.add("no " + always);
                        }
                    }
                }))
                .isEmpty();
    }

    @Test
    void every_parameter_of_a_path_is_declared_and_no_other() {
        List<String> faults = new ArrayList<>();
        eachOperation((name, operation) -> {
            Set<String> declared = new TreeSet<>();
            Set<String> all = new HashSet<>();
            operation.path("parameters").forEach(parameter -> {
                if (parameter.path("in").asText().equals("path")) {
                    declared.add(parameter.path("name").asText());
                }
                if (!all.add(parameter.path("in") + " " + parameter.path("name"))) {
                    faults.add(name + " declares twice " + parameter.path("name"));
                }
                if (parameter.path("description").asText().isBlank() || !parameter.has("schema")) {
                    faults.add(name + " says nothing of " + parameter.path("name"));
                }
            });
            Set<String> inPath = new TreeSet<>();
            Matcher matcher = Pattern.compile("\\{([^}]+)}").matcher(name);
            while (matcher.find()) {
                inPath.add(matcher.group(1));
            }
            if (!declared.equals(inPath)) {
                faults.add(name + " declares " + declared);
            }
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void every_reference_leads_somewhere_and_stands_alone() {
        List<String> faults = new ArrayList<>();
        walk(document, "", (pointer, node) -> {
            if (node.has("$ref") && node.get("$ref").isTextual()) {
                if (resolved(node).isMissingNode()) {
                    faults.add(pointer + " leads nowhere: " + node);
                }
                if (node.size() > 1) {
                    faults.add(pointer + " has siblings: " + node);
                }
            }
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void every_schema_is_referred_to() {
        Set<String> used = new HashSet<>();
        walk(document, "", (pointer, node) -> used.add(node.path("$ref").asText()));
        List<String> unused = new ArrayList<>();
        document.at("/components/schemas").fieldNames().forEachRemaining(name -> {
            if (!used.contains("#/components/schemas/" + name)) {
                unused.add(name);
            }
        });
        assertThat(unused).isEmpty();
    }

    @Test
    void every_example_is_valid() {
        List<String> faults = new ArrayList<>();
        int[] checked = {0};
        walk(document.path("paths"), "", (pointer, node) -> {
            if (node.has("example") && node.has("schema")) {
                checked[0]++;
                validate(node.get("schema"), node.get("example")).forEach(fault -> faults.add(pointer + ": " + fault));
            }
        });
        assertThat(faults).isEmpty();
        assertThat(checked[0]).isGreaterThan(30);
    }

    @Test
    void what_clients_write_takes_no_unknown_members() {
        assertThat(operationsWhere((operation, faults) -> {
                    JsonNode schema = resolved(operation.at("/requestBody/content/application~1json/schema"));
                    if (schema.has("properties")
                            && !schema.path("additionalProperties").isBoolean()) {
                        faults.add("takes any member");
                    }
                }))
                .isEmpty();
    }

    private List<String> validate(JsonNode schema, JsonNode value) {
        ObjectNode whole = new ObjectMapper().createObjectNode();
        whole.putArray("allOf").add(schema);
        whole.set("components", document.path("components"));
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(SchemaLocation.of("urn:document"), whole)
                .validate(value)
                .stream()
                .map(message -> message.getMessage())
                .toList();
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    private static void walk(JsonNode node, String pointer, BiConsumer<String, JsonNode> visitor) {
        visitor.accept(pointer, node);
        node.properties().forEach(member -> {
            if (!Set.of("example", "examples").contains(member.getKey())) {
                walk(member.getValue(), pointer + "/" + member.getKey(), visitor);
            }
        });
        for (int index = 0; node.isArray() && index < node.size(); index++) {
            walk(node.get(index), pointer + "/" + index, visitor);
        }
    }
}
