package io.cumulo.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
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

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${env:CUMULO_TOKEN}",
            description =
                    "An editor's token of the identity provider that the gateway asks; rather in the environment, as"
                            + " CUMULO_TOKEN, where no list of processes shows it. Default: one signed by the local key.")
    private String token;

    @Override
    public Integer call() {
        Dataset dataset = Dataset.read(directory);
        Loader.Summary summary = load(
                settings.ofRunning(),
                Optional.ofNullable(gateway),
                Optional.ofNullable(token),
                dataset,
                line -> spec.commandLine().getOut().println(line));
        return summary.refused() == 0 ? 0 : 1;
    }

    /**
     * @param gateway another than that of the settings
     * @param given another token than one of the local key
     */
    static Loader.Summary load(
            Settings settings,
            Optional<String> gateway,
            Optional<String> given,
            Dataset dataset,
            Consumer<String> out) {
        String token = given.filter(known -> !known.isBlank()).orElseGet(() -> new LocalIdentity(settings.data())
                .token("loader", Set.of("editor"), Duration.ofHours(12)));
        String url = gateway.orElseGet(settings::gatewayUrl).replaceAll("/+$", "");
        out.accept("Loading " + dataset.entries().size() + " facts …");
        Loader.Summary summary = new Loader(url, token, PATIENCE, out).load(dataset);
        out.accept("Loaded: " + summary);
        return summary;
    }
}
