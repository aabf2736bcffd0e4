package io.cumulo.companies.gleif;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.kit.imports.Entry;
import io.cumulo.kit.imports.EntryReader;
import io.cumulo.kit.imports.JsonElements;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The elements of {@code data}. ISINs of one company that follow each other are one entry: each by itself would make a version of its profile.
 */
final class GleifElements implements EntryReader {

    static final String ISINS = "isins";

    private static final int AT_ONCE = 200;

    private final ObjectMapper mapper;

    GleifElements(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public void read(InputStream file, Sink sink) throws IOException {
        Gathered gathered = new Gathered(sink);
        new JsonElements(mapper, "data").read(file, gathered);
        gathered.flush();
    }

    private final class Gathered implements Sink {

        private final Sink sink;
        private ObjectNode open;
        private long line;

        Gathered(Sink sink) {
            this.sink = sink;
        }

        @Override
        public void accept(Entry entry) throws IOException {
            Optional<JsonNode> isin = isin(entry);
            if (isin.isEmpty()) {
                flush();
                sink.accept(entry);
                return;
            }
            String lei = isin.get().path("lei").asText();
            if (open != null
                    && (!open.path("lei").asText().equals(lei)
                            || open.path(ISINS).size() == AT_ONCE)) {
                flush();
            }
            if (open == null) {
                line = entry.line();
                open = mapper.createObjectNode().put("type", ISINS).put("lei", lei);
                open.putArray(ISINS);
            }
            open.withArray(ISINS).add(isin.get().path("isin").asText());
        }

        void flush() throws IOException {
            if (open != null) {
                sink.accept(new Entry(line, open.toString(), Optional.empty()));
                open = null;
            }
        }
    }

    private Optional<JsonNode> isin(Entry entry) {
        if (entry.fault().isPresent()) {
            return Optional.empty();
        }
        try {
            JsonNode element = mapper.readTree(entry.text());
            return element.path("type").asText().equals(ISINS)
                    ? Optional.of(element.path("attributes"))
                    : Optional.empty();
        } catch (JsonProcessingException wasWrittenFromATree) {
            throw new IllegalStateException(wasWrittenFromATree);
        }
    }
}
