package io.cumulo.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** How processes are ended: asked first, then made to, and never waited for without bound. */
final class Ending {

    private static final Duration FORCED = Duration.ofSeconds(5);

    private Ending() {}

    /**
     * Asks all of them at once, and makes those end that don't in time.
     *
     * @throws Refused naming a process that even then goes on
     */
    static void of(Collection<ProcessHandle> processes, Duration patience) {
        processes.forEach(ProcessHandle::destroy);
        if (Waiting.until(() -> running(processes).isEmpty(), patience)) {
            return;
        }
        running(processes).forEach(ProcessHandle::destroyForcibly);
        if (!Waiting.until(() -> running(processes).isEmpty(), FORCED)) {
            throw new Refused("process " + running(processes).get(0).pid() + " can't be stopped");
        }
    }

    private static List<ProcessHandle> running(Collection<ProcessHandle> processes) {
        return processes.stream().filter(Ending::isRunning).toList();
    }

    /**
     * Whether the process still does anything. One that has ended but was never reaped counts as alive for the JDK, for ever where the first process of a
     * container reaps nobody.
     */
    static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && !isZombie(process);
    }

    /** The state is the first word behind the name, which may hold anything but is closed by the last parenthesis (proc(5)). */
    private static boolean isZombie(ProcessHandle process) {
        Path stat = Path.of("/proc", String.valueOf(process.pid()), "stat");
        if (!Files.isReadable(stat)) {
            return false;
        }
        try {
            String line = Files.readString(stat);
            return line.startsWith(" Z", line.lastIndexOf(')') + 1);
        } catch (IOException ended) {
            return !process.isAlive();
        }
    }
}
