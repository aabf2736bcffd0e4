package io.cumulo.kit.imports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.kit.request.JsonFault;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * JSON documents, one or several after each other as pages are saved, with their entries in a member, or in several: a list of them, or one. Members
 * beside them are passed over. Where a document breaks off or stops being JSON, what came before is taken and the break is an entry of its own.
 */
public final class JsonElements implements EntryReader {

    private final ObjectMapper mapper;
    private final Set<String> members;

    /** @param members names of the members that hold the entries */
    public JsonElements(ObjectMapper mapper, String... members) {
        this.mapper = mapper;
        this.members = Set.of(members);
    }

    @Override
    public void read(InputStream file, Sink sink) throws IOException {
        try (JsonParser parser = mapper.getFactory().createParser(file)) {
            try {
                read(parser, sink);
            } catch (JsonProcessingException | CharConversionException malformed) {
                String reason = malformed instanceof JsonProcessingException json
                        ? JsonFault.words(json)
                        : malformed.getMessage();
                sink.accept(Entry.unreadable(
                        parser.currentLocation().getLineNr(), "", "the document can't be read further: " + reason));
            }
        }
    }

    private void read(JsonParser parser, Sink sink) throws IOException {
        JsonToken token = parser.nextToken();
        do {
            if (token != JsonToken.START_OBJECT) {
                sink.accept(Entry.unreadable(line(parser), "", "a JSON object is expected, with a member " + names()));
                return;
            }
            readDocument(parser, sink);
            token = parser.nextToken();
        } while (token != null);
    }

    private void readDocument(JsonParser parser, Sink sink) throws IOException {
        long line = line(parser);
        boolean found = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean isMember = members.contains(parser.currentName());
            JsonToken value = parser.nextToken();
            if (!isMember) {
                parser.skipChildren();
            } else if (value == JsonToken.START_ARRAY) {
                found = true;
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    sink.accept(JsonElement.at(parser));
                }
            } else {
                found = true;
                if (value != JsonToken.VALUE_NULL) {
                    sink.accept(JsonElement.at(parser));
                }
            }
        }
        if (!found) {
            sink.accept(Entry.unreadable(line, "", "the document has no member " + names()));
        }
    }

    private static long line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private String names() {
        return members.stream().sorted().collect(Collectors.joining(" or "));
    }
}
