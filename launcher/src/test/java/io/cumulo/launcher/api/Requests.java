package io.cumulo.launcher.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.launcher.api.ApiDocument.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/** Requests to one operation, as its description allows them and as it doesn't, up to a bound. */
public final class Requests {

    private static final String JSON = "application/json";

    private final ApiDocument document;
    private final Operation operation;
    private final Values values;
    private final Random random;
    private final List<Request> requests = new ArrayList<>();

    /**
     * A request.
     *
     * @param token which token is sent: editor, reader, broken or none
     * @param body as text; empty where there is none
     */
    public record Request(
            String method, String target, Map<String, String> headers, String token, Optional<String> body) {}

    private Requests(ApiDocument document, Operation operation, long seed) {
        this.document = document;
        this.operation = operation;
        this.random = new Random(seed + operation.id().hashCode());
        this.values = new Values(document, random);
    }

    /** At most so many requests; the same for the same seed. */
    public static List<Request> to(ApiDocument document, Operation operation, long seed, int most) {
        Requests made = new Requests(document, operation, seed);
        if (operation.node().has("requestBody")) {
            made.addWrites();
        }
        made.addParameters();
        List<Request> all = made.requests;
        if (all.size() > most) {
            List<Request> rest = new ArrayList<>(all.subList(most / 2, all.size()));
            Collections.shuffle(rest, made.random);
            return new ArrayList<>(java.util.stream.Stream.concat(
                            all.subList(0, most / 2).stream(), rest.stream().limit(most - most / 2))
                    .toList());
        }
        return all;
    }

    private void addParameters() {
        add(path(true), needed(), Map.of(), "editor", Optional.empty());
        add(path(false), needed(), Map.of(), "editor", Optional.empty());
        Map<String, String> twisted = needed();
        twisted.put("unheardOf", "1");
        add(path(true), twisted, Map.of(), "editor", Optional.empty());
        add(path(true), needed(), Map.of(), "broken", Optional.empty());
        add(path(true), needed(), Map.of("Accept", "application/pdf"), "editor", Optional.empty());
        for (String media : mediaTypes()) {
            add(path(true), needed(), Map.of("Accept", media), "editor", Optional.empty());
        }
        for (JsonNode parameter : operation.parameters("query")) {
            for (String value : around(parameter)) {
                Map<String, String> query = needed();
                query.put(parameter.path("name").asText(), value);
                add(path(true), query, Map.of(), "editor", Optional.empty());
            }
        }
        for (JsonNode parameter : operation.parameters("header")) {
            add(
                    path(true),
                    needed(),
                    Map.of(parameter.path("name").asText(), "\"1\", \"x\""),
                    "editor",
                    Optional.empty());
        }
        String odd = operation.path().replaceAll("\\{[^}]*}", "%C3%B1-%E9%98%BF%20x");
        if (odd.contains("%")) {
            add(odd, needed(), Map.of(), "editor", Optional.empty());
        }
    }

    private List<String> around(JsonNode parameter) {
        List<String> tried = new ArrayList<>();
        if (parameter.has("example")) {
            tried.add(parameter.get("example").asText());
        }
        JsonNode schema = document.resolved(parameter.path("schema"));
        tried.add(values.valid(schema, false).asText());
        tried.add("ñ~");
        tried.add("");
        for (String bound : List.of("minimum", "maximum")) {
            if (schema.has(bound)) {
                tried.add(schema.get(bound).asText());
                tried.add(String.valueOf(schema.get(bound).asLong() + (bound.equals("minimum") ? -1 : 1)));
            }
        }
        return tried;
    }

    private void addWrites() {
        JsonNode content =
                document.resolved(operation.node().get("requestBody")).path("content");
        String media = content.fieldNames().next();
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Content-Type", media));
        if (operation.method().equals("PUT")) {
            headers.put("If-None-Match", "*");
        }
        if (!media.equals(JSON)) {
            write(headers, "editor", media.contains("form") ? "queries=%7B%7D" : "{}\n{\"a\":");
            write(headers, "editor", "");
            return;
        }
        JsonNode schema = content.path(media).path("schema");
        Optional.ofNullable(content.path(media).get("example")).ifPresent(example -> {
            write(headers, "editor", example.toString());
            write(headers, "reader", example.toString());
            write(headers, "none", example.toString());
            write(Map.of("Content-Type", JSON), "editor", example.toString());
            Map<String, String> keyed = new LinkedHashMap<>(headers);
            keyed.put("Idempotency-Key", "key-" + operation.id());
            write(keyed, "editor", example.toString());
            write(
                    keyed,
                    "editor",
                    ((ObjectNode) example.deepCopy()).put("unheardOf", 1).toString());
            Map<String, String> stale = new LinkedHashMap<>(headers);
            stale.remove("If-None-Match");
            stale.put("If-Match", "\"99\"");
            write(stale, "editor", example.toString());
        });
        write(headers, "editor", values.valid(schema, true).toString());
        write(headers, "editor", values.valid(schema, false).toString());
        write(Map.of("Content-Type", "text/plain"), "editor", "x");
        write(headers, "editor", "{\"a\":");
        write(headers, "editor", "[]");
        write(headers, "editor", "");
        values.invalid(schema).forEach(body -> write(headers, "editor", body.toString()));
    }

    private void write(Map<String, String> headers, String token, String body) {
        add(path(true), needed(), headers, token, Optional.of(body));
    }

    private List<String> mediaTypes() {
        List<String> types = new ArrayList<>();
        operation
                .node()
                .path("responses")
                .path("200")
                .path("content")
                .fieldNames()
                .forEachRemaining(types::add);
        return types;
    }

    private Map<String, String> needed() {
        Map<String, String> needed = new LinkedHashMap<>();
        operation.parameters("query").stream()
                .filter(parameter -> parameter.path("required").asBoolean())
                .forEach(parameter -> needed.put(
                        parameter.path("name").asText(),
                        parameter.has("example")
                                ? parameter.get("example").asText()
                                : values.valid(parameter.path("schema"), false).asText()));
        return needed;
    }

    /** With keys of the article, or with such as nobody has. A PUT gets a key of its own, so that nothing the others ask for is changed. */
    private String path(boolean known) {
        String path = operation.path();
        List<JsonNode> parameters = operation.parameters("path");
        for (int index = 0; index < parameters.size(); index++) {
            JsonNode parameter = parameters.get(index);
            boolean own = operation.method().equals("PUT") && index == parameters.size() - 1 && path.endsWith("}");
            String key = known && parameter.has("example") && !own
                    ? parameter.get("example").asText()
                    : "tried-" + random.nextInt(1_000_000);
            path = path.replace("{" + parameter.path("name").asText() + "}", key);
        }
        return path;
    }

    private void add(
            String path, Map<String, String> query, Map<String, String> headers, String token, Optional<String> body) {
        String asked = query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        requests.add(
                new Request(operation.method(), path + (asked.isEmpty() ? "" : "?" + asked), headers, token, body));
    }
}
