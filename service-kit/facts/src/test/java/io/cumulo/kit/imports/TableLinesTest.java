package io.cumulo.kit.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableLinesTest {

    @Test
    void each_line_is_an_object_with_the_members_that_the_first_line_names() throws IOException {
        List<Entry> entries =
                read("Date, USD, \"JPY\", \r\n13 April 2026, 1.1684, \"186,75\", \r\n\r\n2026-04-10,,1,\n");
        assertThat(entries)
                .extracting(Entry::text)
                .containsExactly(
                        "{\"Date\":\"13 April 2026\",\"USD\":\"1.1684\",\"JPY\":\"186,75\"}",
                        "{\"Date\":\"2026-04-10\",\"USD\":\"\",\"JPY\":\"1\"}");
        assertThat(entries).extracting(Entry::line).containsExactly(2L, 4L);
    }

    @Test
    void a_byte_order_mark_is_no_part_of_a_name() throws IOException {
        assertThat(read("\uFEFFa,b\n1,2").get(0).text()).isEqualTo("{\"a\":\"1\",\"b\":\"2\"}");
    }

    @Test
    void a_line_with_too_many_or_too_few_cells_is_refused_alone() throws IOException {
        List<Entry> entries = read("a,b\n1\n1,2,3\n\"1,2\n1,2\n");
        assertThat(entries.subList(0, 3)).allMatch(entry -> entry.fault().isPresent());
        assertThat(entries.get(3).text()).isEqualTo("{\"a\":\"1\",\"b\":\"2\"}");
    }

    @Test
    void a_table_without_names_is_refused() throws IOException {
        for (String table : List.of("", ",,\n1,2", "a,a\n1,2", "a,,b\n1,2,3", "\u0000\n1")) {
            assertThat(read(table)).as(table).isNotEmpty().allMatch(entry -> entry.fault()
                    .isPresent());
        }
    }

    private static List<Entry> read(String table) throws IOException {
        List<Entry> entries = new ArrayList<>();
        new TableLines().read(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)), entries::add);
        return entries;
    }
}
