package io.cumulo.investments.spending;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.kit.imports.Entry;
import io.cumulo.kit.imports.EntryReader;
import io.cumulo.kit.request.JsonFault;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The SEC's companyfacts JSON: one company, {@code facts.<taxonomy>.<tag>.units.<unit>[]}. Each figure under a wanted tag is an entry, with the company and
 * the tag written on it; all other figures are counted by tag, in one entry at the end. Read as a stream: a file has thousands of tags.
 */
final class CompanyFactsFile implements EntryReader {

    private final ObjectMapper mapper;
    private final CapexTags tags;

    CompanyFactsFile(ObjectMapper mapper, CapexTags tags) {
        this.mapper = mapper;
        this.tags = tags;
    }

    @Override
    public void read(InputStream file, Sink sink) throws IOException {
        try (JsonParser parser = mapper.getFactory().createParser(file)) {
            try {
                new Document(parser, sink).read();
            } catch (JsonProcessingException | CharConversionException malformed) {
                String reason = malformed instanceof JsonProcessingException json
                        ? JsonFault.words(json)
                        : malformed.getMessage();
                sink.accept(unreadable(
                        parser.currentLocation().getLineNr(), "the document can't be read further: " + reason));
            }
        }
    }

    private static Entry unreadable(long line, String fault) {
        return new Entry(Math.max(1, line), "", Optional.of(fault));
    }

    private final class Document {

        private final JsonParser parser;
        private final Sink sink;
        private final ObjectNode company = mapper.createObjectNode();
        private final Map<String, Long> beside = new TreeMap<>();
        private boolean found;

        Document(JsonParser parser, Sink sink) {
            this.parser = parser;
            this.sink = sink;
        }

        void read() throws IOException {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                sink.accept(unreadable(1, "a JSON object is expected, with the members cik and facts"));
                return;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String member = parser.currentName();
                parser.nextToken();
                switch (member) {
                    case "cik", "entityName" -> company.set(member, mapper.<JsonNode>readTree(parser));
                    case "facts" -> facts();
                    default -> parser.skipChildren();
                }
            }
            if (!found) {
                sink.accept(unreadable(1, "the document has no facts"));
            }
            if (!beside.isEmpty()) {
                ObjectNode entry = company.deepCopy();
                entry.set("beside", mapper.valueToTree(beside));
                sink.accept(new Entry(parser.currentLocation().getLineNr(), entry.toString(), Optional.empty()));
            }
        }

        private void facts() throws IOException {
            found = true;
            if (!company.has("cik")) {
                sink.accept(unreadable(parser.currentLocation().getLineNr(), "cik has to stand before facts"));
                parser.skipChildren();
                return;
            }
            forEach(taxonomy -> forEach(tag -> forEach(member -> {
                if (member.equals("units")) {
                    forEach(unit -> figures(taxonomy, tag, unit));
                } else {
                    parser.skipChildren();
                }
            })));
        }

        private void figures(String taxonomy, String tag, String unit) throws IOException {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                parser.skipChildren();
                return;
            }
            boolean isWanted = tags.contains(taxonomy, tag);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (isWanted) {
                    long line = parser.currentTokenLocation().getLineNr();
                    JsonNode figure = mapper.readTree(parser);
                    ObjectNode entry = company.deepCopy()
                            .put("taxonomy", taxonomy)
                            .put("tag", tag)
                            .put("unit", unit);
                    entry.set("figure", figure);
                    String text = entry.toString();
                    sink.accept(
                            text.contains("\\u0000")
                                    ? unreadable(line, "the figure holds a NUL character")
                                    : new Entry(line, text, Optional.empty()));
                } else {
                    beside.merge(taxonomy + "/" + tag, 1L, Long::sum);
                    parser.skipChildren();
                }
            }
        }

        /** Each member of the object at which the parser stands; whatever else stands there is passed over. */
        private void forEach(Member member) throws IOException {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                parser.skipChildren();
                return;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                member.read(name);
            }
        }
    }

    /** Reads the value of a member up to its end. */
    @FunctionalInterface
    private interface Member {
        void read(String name) throws IOException;
    }
}
