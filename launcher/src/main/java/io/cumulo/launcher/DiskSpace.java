package io.cumulo.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether there is room, asked before anything is started: a database that fills the disk fails in the middle of the night. */
final class DiskSpace {

    private static final long NEEDED_BYTES = 500L * 1024 * 1024;

    private DiskSpace() {}

    /** @throws Refused when the folder's disk has too little room */
    static void require(Path directory) {
        try {
            Files.createDirectories(directory);
            long free = Files.getFileStore(directory).getUsableSpace();
            if (free < NEEDED_BYTES) {
                throw new Refused("the disk of " + directory + " has " + free / (1024 * 1024) + " MB left; at least "
                        + NEEDED_BYTES / (1024 * 1024) + " MB are needed (--data chooses another folder)");
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(directory + " can't be used", unwritable);
        }
    }
}
