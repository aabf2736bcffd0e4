package io.cumulo.launcher;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what runs; exit status 0 when all of it is ready, 3 when something isn't. */
@Command(name = "status", description = "Says what runs and whether it is ready.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private static final int NOT_READY = 3;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Settings settings;

    private final Health health = new Health();

    @Override
    public Integer call() {
        Settings running = settings.ofRunning();
        line("PROCESS", "PID", "PORT", "MANAGEMENT", "HEALTH");
        Optional<Long> supervisor = pid(running, Settings.SUPERVISOR);
        line(Settings.SUPERVISOR, show(supervisor), "-", "-", supervisor.isPresent() ? "running" : "not running");
        Optional<Long> postgres = pid(running, Platform.POSTGRES);
        String port = String.valueOf(running.postgresPort());
        line(Platform.POSTGRES, show(postgres), port, "-", postgres.isPresent() ? "running" : "not running");
        boolean allReady = supervisor.isPresent() && postgres.isPresent();
        for (Program program : running.programs()) {
            allReady &= line(running, program);
        }
        return allReady ? 0 : NOT_READY;
    }

    /** Whoever answers on the port is the program only when the program runs at all. */
    private boolean line(Settings running, Program program) {
        Optional<Long> pid = pid(running, program.name());
        boolean ready = pid.isPresent() && health.isReady(program);
        line(
                program.name(),
                show(pid),
                String.valueOf(program.port()),
                String.valueOf(program.managementPort()),
                ready ? "ready" : pid.isPresent() ? "not ready" : "not running");
        return ready;
    }

    private static Optional<Long> pid(Settings settings, String name) {
        return new PidFile(settings.data(), name).living().map(ProcessHandle::pid);
    }

    private static String show(Optional<Long> number) {
        return number.map(String::valueOf).orElse("-");
    }

    private void line(String process, String pid, String port, String management, String state) {
        spec.commandLine()
                .getOut()
                .println(String.format(Locale.ROOT, "%-12s %8s %6s %11s  %s", process, pid, port, management, state));
    }
}
