package io.cumulo.disputes.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cumulo.kit.imports.Entry;
import io.cumulo.kit.imports.EntryReader.Sink;
import io.cumulo.kit.imports.JsonElement;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An object of a file: a package, whose elements are entries as soon as they are read, or an entry by itself. Whatever the order of its members, no more of
 * them is held than one entry may have.
 */
final class JsonObjectReader {

    private static final int MAX_AROUND = 1 << 18;

    private final JsonParser parser;
    private final Sink sink;
    private final JsonFiles.Shape shape;
    private final long line;
    private final Map<String, String> members = new LinkedHashMap<>();
    private Optional<String> fault = Optional.empty();
    private Optional<String> streamed = Optional.empty();
    private int characters;
    private long elements;

    JsonObjectReader(JsonParser parser, Sink sink, JsonFiles.Shape shape) {
        this.parser = parser;
        this.sink = sink;
        this.shape = shape;
        this.line = parser.currentTokenLocation().getLineNr();
    }

    /** Reads the object at whose beginning the parser stands. */
    void read() throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (members.containsKey(name) || streamed.filter(name::equals).isPresent()) {
                fault = Optional.of("the member " + name + " stands twice in one object");
                parser.skipChildren();
            } else if (shape.lists().contains(name) && value == JsonToken.START_ARRAY && !isMarked()) {
                stream(name);
            } else if (characters > JsonElement.MAX_CHARACTERS) {
                parser.skipChildren();
            } else {
                keep(name);
            }
        }
        if (streamed.isPresent()) {
            endPackage();
        } else {
            endOne();
        }
    }

    private void stream(String name) throws IOException {
        streamed = Optional.of(name);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements++;
            sink.accept(JsonElement.at(parser));
        }
    }

    private void keep(String name) throws IOException {
        Entry member = JsonElement.at(parser);
        characters += name.length() + member.text().length();
        if (characters > JsonElement.MAX_CHARACTERS) {
            fault = Optional.of("it is longer than " + JsonElement.MAX_CHARACTERS + " characters");
        }
        fault = fault.isPresent() ? fault : member.fault();
        members.put(name, fault.isPresent() ? "null" : member.text());
    }

    private void endPackage() throws IOException {
        sink.around(object(member ->
                !shape.beside().contains(member.getKey()) && member.getValue().length() <= MAX_AROUND));
        if (fault.isPresent()) {
            sink.accept(new Entry(line, "", fault));
        } else if (elements == 0 && !shape.emptyIsWrong()) {
            sink.accept(new Entry(line, object(member -> true), Optional.empty()));
        } else if (elements == 0) {
            sink.accept(new Entry(line, "", Optional.of("the list of " + streamed.get() + " is empty")));
        }
    }

    private void endOne() throws IOException {
        Optional<String> wrong =
                fault.isPresent() || isMarked() || shape.marks().isEmpty()
                        ? fault
                        : Optional.of("it is no such file: it has none of the members " + expected());
        sink.accept(new Entry(line, wrong.isPresent() ? "" : object(member -> true), wrong));
    }

    private boolean isMarked() {
        return shape.marks().stream().anyMatch(members::containsKey);
    }

    private String expected() {
        return Stream.concat(shape.lists().stream(), shape.marks().stream())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private String object(Predicate<Map.Entry<String, String>> which) {
        return members.entrySet().stream()
                .filter(which)
                .map(member -> name(member.getKey()) + ":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String name(String member) {
        return JsonNodeFactory.instance.textNode(member).toString();
    }
}
