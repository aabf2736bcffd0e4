package io.cumulo.launcher;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How processes are started that the terminal's signals are not to reach. */
final class Session {

    static final ProcessBuilder.Redirect NOTHING = ProcessBuilder.Redirect.from(new File("/dev/null"));

    /** setsid keeps the process's number: a child of this process leads no group yet, so it needs not fork. */
    private static final List<Path> PREFERRED = List.of(
            Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"), Path.of("/usr/bin/nohup"), Path.of("/bin/nohup"));

    private Session() {}

    /** The command to put in front; where there is no setsid (macOS), nohup at least keeps it from ending with the terminal. */
    static List<String> prefix() {
        return PREFERRED.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .map(path -> List.of(path.toString()))
                .orElse(List.of());
    }

    /** The Java that runs this process runs the others too. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
