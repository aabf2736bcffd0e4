package io.cumulo.kit.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonElementTest {

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void an_element_is_kept_as_it_is_printed() throws IOException {
        String printed = "{\"b\":1.50,\"a\":[1E+2,null,true,{}],\"é\":\"\\n\"}";
        assertThat(read("[" + printed + "]")).containsExactly(Entry.read(1, printed));
    }

    @Test
    void what_cannot_be_kept_is_a_fault_of_its_element_alone() throws IOException {
        for (String wrong : List.of(
                "{\"a\":1,\"a\":2}",
                "{\"a\":\"x\\u0000\"}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":1e999999}",
                "{\"a\":1e99999999999}",
                "[".repeat(500) + "]".repeat(500),
                "\"" + "x".repeat(JsonElement.MAX_CHARACTERS) + "\"")) {
            List<Entry> entries = read("[" + wrong + ",{\"b\":1}]");
            assertThat(entries).hasSize(2);
            assertThat(entries.get(0).fault()).as(wrong.substring(0, 8)).isPresent();
            assertThat(entries.get(0).text().length()).isLessThanOrEqualTo(200);
            assertThat(entries.get(1)).isEqualTo(Entry.read(1, "{\"b\":1}"));
        }
    }

    @Test
    void where_a_document_breaks_off_what_came_before_is_taken() throws IOException {
        List<Entry> entries = read("[{\"b\":1},{\"a\":[1,");
        assertThat(entries).hasSize(2);
        assertThat(entries.get(0)).isEqualTo(Entry.read(1, "{\"b\":1}"));
        assertThat(entries.get(1).fault()).isPresent();
        assertThat(read("[" + "[".repeat(10_000)).get(0).fault()).isPresent();
    }

    private List<Entry> read(String elements) throws IOException {
        List<Entry> entries = new ArrayList<>();
        new JsonElements(mapper, "data")
                .read(
                        new ByteArrayInputStream(("{\"data\":" + elements + "}").getBytes(StandardCharsets.UTF_8)),
                        entries::add);
        return entries;
    }
}
