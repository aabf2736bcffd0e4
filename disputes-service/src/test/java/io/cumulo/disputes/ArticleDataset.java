package io.cumulo.disputes;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.kit.testing.Write;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The contracts and disputes of the article, as the examples tell them. */
final class ArticleDataset {

    private static final Path FOLDER = Path.of("../examples/cloud-2020");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ArticleDataset() {}

    /** Puts what isn't there yet. */
    static void record() {
        writes().forEach(ArticleDataset::put);
    }

    private static void put(Write write) {
        int status = write.send().statusCode(anyOf(is(201), is(412))).extract().statusCode();
        if (status == 412) {
            write.sendIfMatch("*").statusCode(200);
        }
    }

    /** In their order, each with its sources. */
    static List<Write> writes() {
        JsonNode sources = read("sources.json");
        List<Write> writes = new ArrayList<>();
        for (String file : List.of("07-contracts.json", "08-disputes.json", "09-dockets.json")) {
            for (JsonNode fact : read(file)) {
                ArrayNode cited = (ArrayNode) fact.path("body").path("sources");
                for (int index = 0; index < cited.size(); index++) {
                    ObjectNode citation =
                            sources.path(cited.get(index).path("ref").asText()).deepCopy();
                    citation.setAll((ObjectNode) cited.get(index));
                    cited.set(index, citation.without("ref"));
                }
                writes.add(
                        Write.put(fact.path("path").asText(), fact.path("body").toString()));
            }
        }
        return writes;
    }

    private static JsonNode read(String file) {
        try {
            return MAPPER.readTree(new File(FOLDER.resolve(file).toString()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
