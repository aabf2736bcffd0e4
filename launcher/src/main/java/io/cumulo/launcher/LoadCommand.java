package io.cumulo.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Loads a dataset folder through the gateway; loading twice changes nothing. */
@Command(name = "load", description = "Loads a dataset folder through the gateway.", mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Spec
    private CommandSpec spec;

    @Mixin
    private Settings settings;

    @Parameters(paramLabel = "DIR", description = "Folder with sources.json and the files of facts.")
    private Path directory;

    @Option(names = "--gateway", paramLabel = "URL", description = "Another gateway. Default: the local one.")
    private String gateway;

    @Override
    public Integer call() {
        Loader.Summary summary = load(settings, gateway, directory, spec);
        return summary.refused() == 0 ? 0 : 1;
    }

    static Loader.Summary load(Settings settings, String gateway, Path directory, CommandSpec spec) {
        Dataset dataset = Dataset.read(directory);
        String token = new LocalIdentity(settings.data()).token("loader", Set.of("editor"), Duration.ofHours(12));
        spec.commandLine().getOut().println("Loading " + dataset.entries().size() + " facts of " + directory);
        Loader.Summary summary = new Loader(
                        gateway == null ? settings.gatewayUrl() : gateway.replaceAll("/+$", ""),
                        token,
                        PATIENCE,
                        line -> spec.commandLine().getOut().println(line))
                .load(dataset);
        spec.commandLine().getOut().println("Loaded: " + summary);
        return summary;
    }
}
