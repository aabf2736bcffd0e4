package io.cumulo.disputes.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.cumulo.kit.imports.Entry;
import io.cumulo.kit.imports.EntryReader.Sink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JsonFilesTest {

    private static final JsonFiles.Shape SHAPE =
            new JsonFiles.Shape(Set.of("list"), Set.of("key"), Set.of("aside"), true);

    @Test
    void what_a_package_says_stands_around_its_entries_wherever_it_stands() throws IOException {
        assertThat(read("{\"a\":1,\"list\":[{\"n\":1},{\"n\":2}],\"aside\":[3],\"b\":\"c\"}"))
                .containsExactly("{\"n\":1}", "{\"n\":2}", "around {\"a\":1,\"b\":\"c\"}");
    }

    @Test
    void files_hold_one_object_or_many_in_lines_after_each_other_or_in_a_list() throws IOException {
        List<String> two = List.of("{\"key\":1}", "{\"key\":2}");
        assertThat(read("{\"key\":1}\n{\"key\":2}\n")).isEqualTo(two);
        assertThat(read("{\"key\":1}\r\n\r\n{\"key\":2}")).isEqualTo(two);
        assertThat(read("{\"key\":1} {\"key\":2}")).isEqualTo(two);
        assertThat(read("{\n\"key\":1\n}\n{\n\"key\":2\n}")).isEqualTo(two);
        assertThat(read("[{\"key\":1},{\"key\":2}]")).isEqualTo(two);
        assertThat(read("\n\n {\"key\":1}\n{\"key\":2}")).isEqualTo(two);
        assertThat(read("")).isEmpty();
    }

    @Test
    void an_object_with_its_mark_is_an_entry_whatever_lists_it_has() throws IOException {
        assertThat(read("{\"key\":1,\"list\":[{\"n\":1}]}")).containsExactly("{\"key\":1,\"list\":[{\"n\":1}]}");
    }

    @Test
    void a_line_that_cannot_be_read_spoils_no_other() throws IOException {
        List<String> read = read("{\"key\":1\n{\"key\":2}");
        assertThat(read).hasSize(1).allMatch(entry -> entry.startsWith("wrong"));
        read = read("{\"key\":1}}\n{\"key\":\n{\"key\":3}\n");
        assertThat(read).hasSize(4).contains("{\"key\":1}", "{\"key\":3}");
        assertThat(read("nothing\n{\"key\":2}")).hasSize(2).contains("{\"key\":2}");
    }

    @Test
    void a_line_that_is_longer_than_an_entry_may_be_is_told_so_and_spoils_no_other() throws IOException {
        String text = "x".repeat(9_000_000);
        for (String tooLong :
                List.of("{\"key\":\"" + text + "\"}", "{\"key\":[" + "\"abcdefgh\",".repeat(900_000) + "1]}")) {
            List<String> read = read("{\"key\":1}\n" + tooLong + "\n{\"key\":3}");
            assertThat(read).hasSize(3).contains("{\"key\":1}", "{\"key\":3}");
            assertThat(read.get(1)).startsWith("wrong").contains("longer than 8388608 characters");
        }
    }

    @Test
    void what_stands_twice_or_is_missing_is_a_fault() throws IOException {
        for (String wrong : List.of(
                "{}",
                "{\"x\":1}",
                "{\"list\":[]}",
                "5",
                "null",
                "{\"key\":1,\"key\":2}",
                "{\"list\":[{\"a\":1}],\"b\":1,\"b\":2}")) {
            assertThat(read(wrong)).as(wrong).anyMatch(entry -> entry.startsWith("wrong"));
        }
    }

    private static List<String> read(String file) throws IOException {
        List<String> read = new ArrayList<>();
        new JsonFiles(SHAPE).read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), new Sink() {
            @Override
            public void accept(Entry entry) {
                read.add(entry.fault().map(fault -> "wrong " + fault).orElse(entry.text()));
            }

            @Override
            public void around(String text) {
                read.add("around " + text);
            }
        });
        return read;
    }
}
