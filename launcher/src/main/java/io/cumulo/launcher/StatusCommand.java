package io.cumulo.launcher;

import java.util.Locale;
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

    @Override
    public Integer call() {
        Health health = new Health();
        boolean allReady = true;
        line("PROCESS", "PID", "PORT", "MANAGEMENT", "HEALTH");
        for (Program program : settings.programs()) {
            boolean ready = health.isReady(program);
            allReady &= ready;
            line(
                    program.name(),
                    new PidFile(settings.data(), program.name())
                            .living()
                            .map(process -> String.valueOf(process.pid()))
                            .orElse("-"),
                    String.valueOf(program.port()),
                    String.valueOf(program.managementPort()),
                    ready ? "ready" : "not ready");
        }
        return allReady ? 0 : NOT_READY;
    }

    private void line(String process, String pid, String port, String management, String state) {
        spec.commandLine()
                .getOut()
                .println(String.format(Locale.ROOT, "%-12s %8s %6s %11s  %s", process, pid, port, management, state));
    }
}
