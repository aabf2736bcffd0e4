package io.cumulo.kit.imports;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.cumulo.kit.value.StorableText;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One value of a JSON document, copied as it is printed there while it is read. What can't be kept makes it a fault and not a failure: the document is
 * read on after it, and never more of it is held than may be kept.
 */
public final class JsonElement {

    /** As many characters may one entry have. */
    public static final int MAX_CHARACTERS = 8 << 20;

    private static final int MAX_DEPTH = 100;
    private static final int MAX_DIGITS = 60;
    private static final int MAX_EXPONENT = 100;
    private static final int EXCERPT = 200;

    private final StringWriter text = new StringWriter();
    private final Deque<Set<String>> names = new ArrayDeque<>();
    private String fault;

    private JsonElement() {}

    /**
     * The value at which the parser stands; the parser then stands at its end.
     *
     * @throws com.fasterxml.jackson.core.JsonProcessingException where the document breaks off or stops being JSON
     */
    public static Entry at(JsonParser parser) throws IOException {
        long line = parser.currentTokenLocation().getLineNr();
        JsonElement element = new JsonElement();
        try (JsonGenerator copy = parser.getCodec().getFactory().createGenerator(element.text)) {
            element.copy(parser, copy);
        }
        String text = element.text.toString();
        return element.fault == null
                ? new Entry(line, text, Optional.empty())
                : new Entry(
                        line,
                        text.substring(0, Math.min(EXCERPT, text.length())).replace("\0", ""),
                        Optional.of(element.fault));
    }

    private void copy(JsonParser parser, JsonGenerator copy) throws IOException {
        int depth = 0;
        do {
            JsonToken token = parser.currentToken();
            if (token.isStructStart()) {
                depth++;
                names.push(new HashSet<>());
            } else if (token.isStructEnd()) {
                depth--;
                names.pop();
            }
            if (depth > MAX_DEPTH) {
                wrong("the entry is nested deeper than " + MAX_DEPTH + " times");
            }
            if (fault == null) {
                copyToken(parser, token, copy);
            }
        } while (depth > 0 && next(parser));
        if (fault != null) {
            copy.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
        }
    }

    private static boolean next(JsonParser parser) throws IOException {
        if (parser.nextToken() == null) {
            throw new JsonEOFException(parser, null, "the document breaks off");
        }
        return true;
    }

    private void copyToken(JsonParser parser, JsonToken token, JsonGenerator copy) throws IOException {
        switch (token) {
            case FIELD_NAME -> {
                String name = keepable(parser.currentName());
                if (!names.getFirst().add(name)) {
                    wrong("the member " + name + " stands twice in one object");
                }
                copy.writeFieldName(name);
            }
            case VALUE_STRING -> copy.writeString(keepable(parser.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> copyNumber(parser.getText(), copy);
            default -> copy.copyCurrentEvent(parser);
        }
        copy.flush();
        if (text.getBuffer().length() > MAX_CHARACTERS) {
            text.getBuffer().setLength(EXCERPT);
            wrong("the entry is longer than " + MAX_CHARACTERS + " characters");
        }
    }

    private void copyNumber(String printed, JsonGenerator copy) throws IOException {
        if (isKeepable(printed)) {
            copy.writeNumber(printed);
        } else {
            wrong("a number is too long: " + printed.substring(0, Math.min(30, printed.length())));
        }
    }

    private static boolean isKeepable(String printed) {
        try {
            BigDecimal number = new BigDecimal(printed);
            return number.precision() <= MAX_DIGITS && Math.abs((long) number.scale()) <= MAX_EXPONENT;
        } catch (NumberFormatException exponentBeyondAnyNumber) {
            return false;
        }
    }

    private String keepable(String words) {
        Optional<String> unstorable = StorableText.fault(words);
        unstorable.ifPresent(detail -> wrong("a text of the entry " + detail));
        return unstorable.isPresent() ? "" : words;
    }

    private void wrong(String what) {
        if (fault == null) {
            fault = what;
        }
    }
}
