package io.cumulo.kit.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A table as CSV (RFC 4180, without line breaks in its cells): each line below the first is an entry, a JSON object with a member for each column that
 * the first line names. Space around cells, a byte order mark and empty cells beyond the last name are passed over.
 */
public final class TableLines implements EntryReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectReader CELLS =
            new CsvMapper().enable(CsvParser.Feature.TRIM_SPACES).readerFor(String[].class);

    private final EntryReader lines = new Lines();

    @Override
    public void read(InputStream file, Sink sink) throws IOException {
        Table table = new Table(sink);
        lines.read(file, table);
        if (table.columns == null) {
            sink.accept(Entry.unreadable(1, "", "the first line has to name the columns"));
        }
    }

    private static final class Table implements Sink {

        private final Sink sink;
        private List<String> columns;

        Table(Sink sink) {
            this.sink = sink;
        }

        @Override
        public void accept(Entry line) throws IOException {
            if (line.fault().isPresent()) {
                columns = columns == null ? List.of() : columns;
                sink.accept(line);
            } else if (columns == null) {
                columns = header(line);
            } else {
                sink.accept(row(line));
            }
        }

        private List<String> header(Entry line) throws IOException {
            try {
                List<String> names = withoutTail(cells(line.text()), 0);
                Set<String> distinct = new HashSet<>(names);
                if (names.isEmpty() || distinct.size() < names.size() || distinct.contains("")) {
                    sink.accept(Entry.unreadable(
                            line.line(), line.text(), "the first line has to name each column, no two alike"));
                    return List.of();
                }
                return names;
            } catch (IOException malformed) {
                sink.accept(Entry.unreadable(line.line(), line.text(), "the line isn't CSV"));
                return List.of();
            }
        }

        private Entry row(Entry line) {
            try {
                List<String> cells = withoutTail(cells(line.text()), columns.size());
                if (cells.size() != columns.size()) {
                    return Entry.unreadable(
                            line.line(),
                            line.text(),
                            "the line has " + cells.size() + " cells, the first one names " + columns.size());
                }
                ObjectNode row = JSON.createObjectNode();
                for (int at = 0; at < cells.size(); at++) {
                    row.put(columns.get(at), cells.get(at));
                }
                return Entry.read(line.line(), row.toString());
            } catch (IOException malformed) {
                return Entry.unreadable(line.line(), line.text(), "the line isn't CSV");
            }
        }

        private static List<String> cells(String line) throws IOException {
            List<String> cells = new ArrayList<>();
            for (String cell : CELLS.<String[]>readValue(line)) {
                cells.add(cell.strip());
            }
            return cells;
        }

        /** A comma at the end of a line doesn't begin another cell. */
        private static List<String> withoutTail(List<String> cells, int least) {
            int end = cells.size();
            while (end > least && cells.get(end - 1).isEmpty()) {
                end--;
            }
            return cells.subList(0, end);
        }
    }
}
