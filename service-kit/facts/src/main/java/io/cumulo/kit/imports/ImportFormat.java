package io.cumulo.kit.imports;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** A format that files are imported from. */
public interface ImportFormat {

    /** Path of the imports that take it, such as {@code /v1/companies/imports}. */
    String path();

    /** As clients name it. */
    String name();

    EntryReader reader();

    /** How many entries are recorded in one transaction at most; one by one where each has to lock something before record time is taken. */
    default int atOnce() {
        return 100;
    }

    /**
     * Records what an entry says, all of it or nothing; within the current transaction.
     *
     * @param text of the entry
     * @param editor who handed it in
     * @throws io.quarkiverse.resteasy.problem.HttpProblem when it is refused, with the reasons; nothing of it is kept then
     */
    Uni<Taken> take(String text, String editor);

    /**
     * As {@link #take(String, String)}, for formats whose files say something around their entries.
     *
     * @param around what the file says around the entry
     */
    default Uni<Taken> take(String text, Optional<String> around, String editor) {
        return take(text, editor);
    }

    /**
     * What an entry is about, for formats whose files tell of one thing several times: no two of those are recorded in one transaction, because no two
     * versions of a fact begin at one instant.
     *
     * @param text of an entry that could be read
     */
    default Optional<String> about(String text) {
        return Optional.empty();
    }

    /** How many entries that follow each other are taken together at most. */
    default int together() {
        return 10;
    }

    /**
     * Records what entries say that follow each other, each as {@link #take(String, Optional, String)} would, in as few statements as the format can. What
     * refuses one refuses them all here: each is then taken by itself.
     *
     * @return what became of each, in the same order
     */
    default Uni<List<Taken>> takeTogether(List<Piece> pieces, String editor) {
        return Multi.createFrom()
                .iterable(pieces)
                .onItem()
                .transformToUniAndConcatenate(
                        piece -> take(piece.text(), piece.around(), editor).call(ImportWorker::forget))
                .collect()
                .asList();
    }

    /**
     * An entry on its way in.
     *
     * @param around what the file says around it
     */
    record Piece(String text, Optional<String> around) {}

    /**
     * What became of an entry.
     *
     * @param changed whether anything was recorded; false when all of it stood already
     * @param unmapped what of it there is no place for, as paths of its members: counted, so that it isn't lost in silence
     */
    record Taken(boolean changed, List<String> unmapped) {

        public Taken {
            unmapped = List.copyOf(unmapped);
        }
    }
}
