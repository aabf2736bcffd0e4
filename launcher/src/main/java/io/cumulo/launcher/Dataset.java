package io.cumulo.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of facts as plain files: {@code sources.json} names the publications once, the other {@code *.json} files, in the order of their names,
 * hold arrays of {@code {"path": …, "body": …}}. Within a body a source {@code {"ref": …}} stands for the named publication; its other members
 * override. In the place of such an entry {@code {"import": …, "format": …, "file": …}} names another file of the folder, in a format that the collection at
 * that path imports.
 *
 * @param entries in the order in which they are to be loaded
 * @param files to be imported after all entries
 */
record Dataset(List<Entry> entries, List<ForeignFile> files) {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final String SOURCES = "sources.json";
    private static final String PATH = "/v1(/[A-Za-z0-9._~-]+)+";

    /**
     * A resource to be recorded.
     *
     * @param origin file and position, for messages
     * @param path below the gateway's root
     * @param body with all sources spelt out
     */
    record Entry(String origin, String path, JsonNode body) {}

    /**
     * A file in a format of somebody else's.
     *
     * @param origin file and position, for messages
     * @param path of the imports that take it
     * @param format as the path names it
     */
    record ForeignFile(String origin, String path, String format, Path file) {}

    Dataset {
        entries = List.copyOf(entries);
        files = List.copyOf(files);
    }

    /** @throws Refused with a line for each thing that is wrong: file, place, what; nothing has been sent by then */
    static Dataset read(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new Refused(directory + " is no folder");
        }
        Faults faults = new Faults();
        Path sourcesFile = directory.resolve(SOURCES);
        JsonNode sources = Files.exists(sourcesFile)
                ? faults.gather(() -> parse(sourcesFile)).orElseGet(MAPPER::createObjectNode)
                : MAPPER.createObjectNode();
        List<Entry> entries = new ArrayList<>();
        List<ForeignFile> foreign = new ArrayList<>();
        for (Path file : files(directory)) {
            JsonNode array = faults.gather(() -> array(file)).orElseGet(MAPPER::createArrayNode);
            for (int index = 0; index < array.size(); index++) {
                String origin = file.getFileName() + "[" + index + "]";
                JsonNode entry = array.get(index);
                if (entry.has("import")) {
                    faults.gather(() -> foreignFile(origin, entry, directory)).ifPresent(foreign::add);
                } else {
                    faults.gather(() -> entry(origin, entry, sources)).ifPresent(entries::add);
                }
            }
        }
        faults.refuse("of " + directory + "; nothing was sent");
        if (entries.isEmpty() && foreign.isEmpty()) {
            throw new Refused(directory + " holds no dataset: no *.json file with entries");
        }
        return new Dataset(entries, foreign);
    }

    private static JsonNode array(Path file) {
        JsonNode array = parse(file);
        if (!array.isArray()) {
            throw new Refused(file + ": an array of {\"path\", \"body\"} is expected");
        }
        return array;
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.getFileName().toString().equals(SOURCES))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(directory + " can't be read", unreadable);
        }
    }

    private static JsonNode parse(Path file) {
        try {
            return MAPPER.readTree(Files.readString(file));
        } catch (JsonProcessingException malformed) {
            throw new Refused(
                    file + ", line " + malformed.getLocation().getLineNr() + ": " + malformed.getOriginalMessage());
        } catch (IOException unreadable) {
            throw new Refused(file + " can't be read as UTF-8");
        }
    }

    private static Entry entry(String origin, JsonNode entry, JsonNode sources) {
        String path = entry.path("path").asText();
        if (!path.matches(PATH) || !entry.path("body").isObject()) {
            throw new Refused(origin + ": \"path\" below /v1/ and an object \"body\" are expected");
        }
        JsonNode body = entry.get("body").deepCopy();
        expand(origin, body, sources);
        return new Entry(origin, path, body);
    }

    private static ForeignFile foreignFile(String origin, JsonNode entry, Path directory) {
        String path = entry.path("import").asText();
        String format = entry.path("format").asText();
        String name = entry.path("file").asText();
        if (!path.matches(PATH) || !format.matches("[a-z0-9-]+") || !name.matches("[A-Za-z0-9._-]+")) {
            throw new Refused(
                    origin + ": \"import\" below /v1/, a \"format\" and a \"file\" of this folder are expected");
        }
        Path file = directory.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new Refused(origin + ": there is no file " + name);
        }
        return new ForeignFile(origin, path, format, file);
    }

    private static void expand(String origin, JsonNode node, JsonNode sources) {
        if (node.path("sources") instanceof ArrayNode cited) {
            for (int index = 0; index < cited.size(); index++) {
                if (cited.get(index) instanceof ObjectNode source && source.has("ref")) {
                    cited.set(index, spelt(origin, source, sources));
                }
            }
        }
        node.forEach(child -> expand(origin, child, sources));
    }

    private static ObjectNode spelt(String origin, ObjectNode source, JsonNode sources) {
        String ref = source.remove("ref").asText();
        if (!(sources.path(ref) instanceof ObjectNode publication)) {
            throw new Refused(origin + ": " + SOURCES + " names no source " + ref);
        }
        return publication.deepCopy().setAll(source);
    }
}
