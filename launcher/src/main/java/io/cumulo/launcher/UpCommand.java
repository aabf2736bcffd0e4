package io.cumulo.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts everything, loads the dataset, says what to try. */
@Command(name = "up", description = "Runs the whole platform with the dataset loaded.", mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    /** How long another process, which holds the lock, may take to say who it is. */
    private static final Duration INTRODUCTION = Duration.ofSeconds(10);

    /** How the background half ends when another supervisor was faster. */
    private static final int OUTRUN = 4;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Settings settings;

    @Option(names = "--fresh", description = "Starts over: deletes the databases, keeps the local key.")
    private boolean fresh;

    @Option(names = "--detach", description = "Goes on in the background; ./cumulo down stops it.")
    private boolean detach;

    @Option(names = "--dataset", paramLabel = "DIR", description = "Folder to load. Default: examples/cloud-2020.")
    private Path dataset;

    @Option(names = "--no-dataset", description = "Loads nothing.")
    private boolean noDataset;

    @Option(names = "--supervise", hidden = true, description = "The background half of --detach.")
    private boolean supervise;

    @Override
    public Integer call() {
        if (supervise) {
            return supervise();
        }
        Optional<Dataset> facts = noDataset ? Optional.empty() : Optional.of(Dataset.read(folder()));
        if (fresh && DownCommand.stop(settings)) {
            say("Stopped what was running.");
        }
        Optional<RunLock> lock = lock();
        if (lock.isEmpty()) {
            return join(facts);
        }
        try (RunLock held = lock.get()) {
            prepare();
            if (fresh) {
                Databases.delete(settings);
            }
            if (!detach) {
                return foreground(facts);
            }
        }
        return background(facts);
    }

    /** The lock, unless a supervisor has it; one that is just coming or going is waited for. */
    private Optional<RunLock> lock() {
        List<RunLock> taken = new ArrayList<>(1);
        Waiting.until(
                () -> {
                    RunLock.take(settings.data()).ifPresent(taken::add);
                    return !taken.isEmpty() || settings.supervisor().living().isPresent();
                },
                INTRODUCTION);
        return taken.stream().findFirst();
    }

    private void prepare() {
        if (Platform.stopOrphans(settings)) {
            say("Stopped what an earlier run had left behind.");
        }
        Preflight.require(settings);
    }

    private int foreground(Optional<Dataset> facts) {
        say("Starting …");
        Readiness readiness = new Readiness(settings, this::say);
        SupervisedRun run = new SupervisedRun(settings, this::say, this::complain);
        run.start(readiness);
        readiness.await(Optional::empty);
        int status = greet(settings, facts);
        say("Ctrl-C stops everything.");
        run.await();
        return status;
    }

    /** Nobody listens: what is ready is seen from outside. */
    private int supervise() {
        Optional<RunLock> lock = lock();
        if (lock.isEmpty()) {
            return OUTRUN;
        }
        try (RunLock held = lock.get()) {
            prepare();
            SupervisedRun run = new SupervisedRun(settings, this::say, this::complain);
            run.start(new Readiness(settings, this::say));
            run.await();
            return 0;
        }
    }

    private int background(Optional<Dataset> facts) {
        say("Starting …");
        Background supervisor = Background.start(settings);
        try {
            new Readiness(settings, this::say)
                    .await(() ->
                            supervisor.exitStatus().isEmpty() ? Optional.empty() : Optional.of(supervisor.lastWords()));
        } catch (Refused failed) {
            if (supervisor.exitStatus().equals(OptionalInt.of(OUTRUN))) {
                return join(facts);
            }
            supervisor.stop();
            throw failed;
        }
        int status = greet(settings, facts);
        say("Running in the background: ./cumulo status, ./cumulo down.");
        return status;
    }

    private int join(Optional<Dataset> facts) {
        say("Already running; ./cumulo status says more.");
        Settings running = settings.ofRunning();
        new Readiness(running, this::say)
                .await(() -> running.supervisor().living().isPresent()
                        ? Optional.empty()
                        : Optional.of("the platform that was running has stopped; its logs are in "
                                + running.data().resolve("log")));
        return greet(running, facts);
    }

    private int greet(Settings where, Optional<Dataset> facts) {
        int refused = facts.map(
                        loaded -> LoadCommand.load(where, Optional.empty(), Optional.empty(), loaded, this::say))
                .map(Loader.Summary::refused)
                .orElse(0);
        Greeting.lines(where).forEach(this::say);
        return refused == 0 ? 0 : 1;
    }

    private Path folder() {
        return dataset == null ? Settings.home().resolve("examples/cloud-2020") : dataset;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }

    private void complain(String line) {
        spec.commandLine().getErr().println("cumulo: " + line);
    }
}
