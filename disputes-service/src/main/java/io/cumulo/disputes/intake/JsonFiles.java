package io.cumulo.disputes.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cumulo.kit.imports.Entry;
import io.cumulo.kit.imports.EntryReader;
import io.cumulo.kit.imports.JsonElement;
import io.cumulo.kit.request.JsonFault;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Optional;
import java.util.Set;

/**
 * Files of JSON objects: one of them, or any number in lines, after each other or in a list. An object with a list of entries is a package, and what it says
 * beside stands around them; any other is an entry itself. A line that can't be read spoils no other.
 */
public final class JsonFiles implements EntryReader {

    private static final int BUFFER = 1 << 16;
    private static final int MAX_DEPTH = 200;
    private static final int MAX_NUMBER = 100;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER)
                            .maxStringLength(JsonElement.MAX_CHARACTERS)
                            .build())
                    .build())
            .build();

    private final Shape shape;

    public JsonFiles(Shape shape) {
        this.shape = shape;
    }

    /**
     * What the objects of a format look like.
     *
     * @param lists members that are lists of entries
     * @param marks members of which one makes an object an entry by itself, whatever lists it has
     * @param beside members of a package that are no word about it
     * @param emptyIsWrong whether a package has to have an entry; else an empty one is an entry by itself
     */
    public record Shape(Set<String> lists, Set<String> marks, Set<String> beside, boolean emptyIsWrong) {

        public Shape {
            lists = Set.copyOf(lists);
            marks = Set.copyOf(marks);
            beside = Set.copyOf(beside);
        }
    }

    @Override
    public void read(InputStream file, Sink sink) throws IOException {
        InputStream text = new BufferedInputStream(new Utf8Input(file), BUFFER);
        JsonParser parser = JSON.getFactory().createParser(text).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
        long begins = 1;
        boolean broken = false;
        try {
            if (parser.nextToken() == null) {
                return;
            }
            begins = line(parser);
            value(parser, sink);
            if (line(parser) > begins) {
                values(parser, sink);
                return;
            }
        } catch (JsonProcessingException malformed) {
            sink.accept(unreadable(line(parser), malformed));
            if (line(parser) > begins) {
                return;
            }
            broken = true;
        }
        lines(new LineInput(afterwards(parser, text)), begins, broken, sink);
    }

    /** What the parser has taken from the text and not read. */
    private static InputStream afterwards(JsonParser parser, InputStream text) throws IOException {
        ByteArrayOutputStream taken = new ByteArrayOutputStream();
        parser.releaseBuffered(taken);
        return new SequenceInputStream(new ByteArrayInputStream(taken.toByteArray()), text);
    }

    /** The first line is the rest of one that was begun: of a broken one nothing more can be told. */
    private void lines(LineInput lines, long first, boolean broken, Sink sink) throws IOException {
        long number = first;
        for (boolean told = broken; lines.next(); told = false, number++) {
            long before = number - 1;
            JsonParser parser = JSON.getFactory().createParser(lines);
            try {
                values(parser, new Numbered(sink, before));
            } catch (JsonProcessingException malformed) {
                if (!told) {
                    sink.accept(unreadable(number, malformed));
                }
            }
        }
    }

    private void values(JsonParser parser, Sink sink) throws IOException {
        while (parser.nextToken() != null) {
            value(parser, sink);
        }
    }

    private void value(JsonParser parser, Sink sink) throws IOException {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                object(parser, sink);
            }
        } else {
            object(parser, sink);
        }
    }

    private void object(JsonParser parser, Sink sink) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            new JsonObjectReader(parser, sink, shape).read();
        } else {
            long line = line(parser);
            parser.skipChildren();
            sink.accept(new Entry(line, "", Optional.of("a JSON object is expected")));
        }
    }

    private static long line(JsonParser parser) {
        return parser.currentLocation().getLineNr();
    }

    private static Entry unreadable(long line, JsonProcessingException malformed) {
        String reason = malformed instanceof StreamConstraintsException
                ? "it can't be read: it is deeper than " + MAX_DEPTH + " levels, or has text longer than "
                        + JsonElement.MAX_CHARACTERS + " characters or a number longer than " + MAX_NUMBER
                : "it can't be read further: " + JsonFault.words(malformed);
        return new Entry(line, "", Optional.of(reason));
    }

    /** Lines are counted by the file, whichever parser reads them. */
    private record Numbered(Sink sink, long before) implements Sink {

        @Override
        public void accept(Entry entry) throws IOException {
            sink.accept(new Entry(before + entry.line(), entry.text(), entry.fault()));
        }

        @Override
        public void around(String text) throws IOException {
            sink.around(text);
        }
    }
}
