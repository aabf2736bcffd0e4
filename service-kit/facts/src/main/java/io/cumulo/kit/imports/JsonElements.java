package io.cumulo.kit.imports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;

/**
 * A JSON document with its entries in a member: a list of them, or one. Members beside it are passed over. Where the document breaks off or stops being
 * JSON, what came before is taken and the break is an entry of its own.
 */
public final class JsonElements implements EntryReader {

    private final ObjectMapper mapper;
    private final String member;

    /** @param member name of the member that holds the entries */
    public JsonElements(ObjectMapper mapper, String member) {
        this.mapper = mapper;
        this.member = member;
    }

    @Override
    public void read(InputStream file, Sink sink) throws IOException {
        try (JsonParser parser = mapper.getFactory().createParser(file)) {
            try {
                read(parser, sink);
            } catch (JsonProcessingException | CharConversionException malformed) {
                String reason = malformed instanceof JsonProcessingException json
                        ? json.getOriginalMessage()
                        : malformed.getMessage();
                sink.accept(Entry.unreadable(
                        parser.currentLocation().getLineNr(), "", "the document can't be read further: " + reason));
            }
        }
    }

    private void read(JsonParser parser, Sink sink) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            sink.accept(Entry.unreadable(1, "", "a JSON object is expected, with a member " + member));
            return;
        }
        boolean found = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean isMember = parser.currentName().equals(member);
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
                sink.accept(JsonElement.at(parser));
            }
        }
        if (!found) {
            sink.accept(Entry.unreadable(1, "", "the document has no member " + member));
        }
    }
}
