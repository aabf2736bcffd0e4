package io.cumulo.k8s;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Programs that a machine may have. */
final class Tools {

    private Tools() {}

    static boolean onPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Runs it in the folder of the manifests; what it prints goes to the file. Fails when the program does. */
    static void run(Path output, String... command) throws IOException, InterruptedException {
        Path complaints = output.resolveSibling("complaints.txt");
        Process process = new ProcessBuilder(command)
                .directory(Manifests.folder().toFile())
                .redirectOutput(output.toFile())
                .redirectError(complaints.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new AssertionError(
                    String.join(" ", command) + ": " + Files.readString(output) + Files.readString(complaints));
        }
    }
}
