package io.cumulo.companies;

import static io.cumulo.kit.testing.Write.SOURCES;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.kit.testing.Write;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hamcrest.Matchers;

/** The companies of the article's dataset, recorded through the API. */
public final class ArticleCompanies {

    private static final Path DATASET = Path.of("..", "examples", "cloud-2020", "01-companies.json");

    private ArticleCompanies() {}

    /** Records them; those that are there already stay as they are. */
    public static void record() {
        try {
            ObjectMapper mapper = new ObjectMapper();
            JsonNode sources = mapper.readTree(SOURCES);
            for (JsonNode entry : mapper.readTree(DATASET.toFile())) {
                ObjectNode body = entry.path("body").deepCopy();
                body.set("sources", sources);
                Write.put(entry.path("path").asText(), body.toString())
                        .send()
                        .statusCode(Matchers.in(List.of(201, 412)));
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
