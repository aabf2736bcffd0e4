package io.cumulo.companies.gleif;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.kit.imports.Entry;
import io.cumulo.kit.imports.EntryReader;
import io.cumulo.kit.imports.JsonElements;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The elements of {@code data} and of {@code included}. ISINs of one company that follow each other are one entry: each by itself would make a version of
 * its profile. That an entity has a successor is an entry beside its record.
 */
final class GleifElements implements EntryReader {

    static final String ISINS = "isins";
    static final String SUCCESSION = "succession";

    private static final int AT_ONCE = 200;

    private final ObjectMapper mapper;

    GleifElements(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public void read(InputStream file, Sink sink) throws IOException {
        Gathered gathered = new Gathered(sink);
        new JsonElements(mapper, "data", "included").read(file, gathered);
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
            JsonNode element = element(entry);
            if (!element.path("type").asText().equals(ISINS)) {
                flush();
                sink.accept(entry);
                acceptSuccessions(entry.line(), element);
                return;
            }
            JsonNode isin = element.path("attributes");
            String lei = GleifText.text(isin.path("lei"));
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
            open.withArray(ISINS).add(GleifText.text(isin.path("isin")));
        }

        private void acceptSuccessions(long line, JsonNode element) throws IOException {
            GleifRecord record = new GleifRecord(element);
            if (element.path("type").asText().equals("lei-records") && record.isNamed()) {
                for (String successor : record.successors()) {
                    String text = GleifSuccession.of(record, successor).toString();
                    sink.accept(new Entry(line, text, Optional.empty()));
                }
            }
        }

        void flush() throws IOException {
            if (open != null) {
                sink.accept(new Entry(line, open.toString(), Optional.empty()));
                open = null;
            }
        }
    }

    private JsonNode element(Entry entry) {
        try {
            return entry.fault().isPresent() ? MissingNode.getInstance() : mapper.readTree(entry.text());
        } catch (JsonProcessingException wasWrittenFromATree) {
            throw new IllegalStateException(wasWrittenFromATree);
        }
    }
}
