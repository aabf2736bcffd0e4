package io.cumulo.launcher;

import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops the platform, whoever started it. */
@Command(name = "down", description = "Stops the platform.", mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

    static final Duration GRACE = Duration.ofSeconds(90);

    @Spec
    private CommandSpec spec;

    @Mixin
    private Settings settings;

    @Override
    public Integer call() {
        spec.commandLine().getOut().println(stop(settings) ? "Stopped." : "Nothing was running.");
        return 0;
    }

    /** Ends the supervisor, which ends the rest, and whatever a killed supervisor left. */
    static boolean stop(Settings settings) {
        boolean supervised = settings.supervisor().stop(GRACE);
        boolean orphans = Platform.stopOrphans(settings);
        return supervised || orphans;
    }
}
