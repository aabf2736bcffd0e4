package io.cumulo.kit.imports;

import java.io.IOException;
import java.io.InputStream;

/** Takes a file apart while it arrives. */
@FunctionalInterface
public interface EntryReader {

    /** Gives every entry to the sink, in order; what can't be read is an entry too, with its fault. */
    void read(InputStream file, Sink sink) throws IOException;

    /** Where entries go. */
    @FunctionalInterface
    interface Sink {
        void accept(Entry entry) throws IOException;

        /** What stands around the entries since the last such: known when they were all read, wherever in the file it stands. */
        default void around(String text) throws IOException {}
    }
}
