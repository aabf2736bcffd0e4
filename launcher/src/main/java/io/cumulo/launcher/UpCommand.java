package io.cumulo.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts everything, loads the dataset, says what to try. */
@Command(name = "up", description = "Runs the whole platform with the dataset loaded.", mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    private static final Duration READY_WITHIN = Duration.ofSeconds(120);
    private static final String SUPERVISOR = "launcher";

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
            return run(false);
        }
        PidFile running = new PidFile(settings.data(), SUPERVISOR);
        if (fresh) {
            DownCommand.stop(settings);
            deleteDatabases();
        } else if (running.living().isPresent()) {
            say("Already running; see ./cumulo status.");
            awaitReady(null);
            return greet();
        }
        return detach ? background() : run(true);
    }

    private int run(boolean foreground) {
        PidFile own = new PidFile(settings.data(), SUPERVISOR);
        Platform.stopOrphans(settings);
        Ports.requireFree(settings);
        DiskSpace.require(settings.data());
        Platform platform = new Platform(settings, this::say);
        Supervisor supervisor = new Supervisor(platform, settings, this::say);
        Thread stop = new Thread(() -> {
            supervisor.stop();
            platform.close();
            own.delete();
        });
        Runtime.getRuntime().addShutdownHook(stop);
        own.write(ProcessHandle.current());
        Instant begin = Instant.now();
        platform.startPostgres();
        ready("PostgreSQL", begin);
        settings.programs().forEach(platform::start);
        Thread watcher = new Thread(() -> watch(supervisor), "supervisor");
        watcher.start();
        if (foreground) {
            awaitReady(begin);
            greet();
            say("Ctrl-C stops everything.");
        }
        join(watcher);
        return 0;
    }

    private void watch(Supervisor supervisor) {
        try {
            supervisor.watch();
        } catch (RuntimeException givenUp) {
            spec.commandLine().getErr().println("cumulo: " + OneLine.of(givenUp));
            System.exit(1);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private int background() {
        Platform.stopOrphans(settings);
        Ports.requireFree(settings);
        DiskSpace.require(settings.data());
        Process supervisor = Background.start(settings);
        Instant begin = Instant.now();
        awaitReady(begin, supervisor);
        int status = greet();
        say("Running in the background: ./cumulo status, ./cumulo down.");
        return status;
    }

    private void awaitReady(Instant begin) {
        awaitReady(begin, null);
    }

    private void awaitReady(Instant begin, Process supervisor) {
        Instant giveUp = Instant.now().plus(READY_WITHIN);
        Health health = new Health();
        for (Program program : settings.programs()) {
            while (!health.isReady(program)) {
                if (supervisor != null && !supervisor.isAlive()) {
                    throw new Refused(Background.lastWords(settings));
                }
                if (Instant.now().isAfter(giveUp)) {
                    throw new Refused(program.name() + " isn't ready after " + READY_WITHIN.toSeconds()
                            + " s; its log says why: " + Platform.log(settings, program.name()));
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
            if (begin != null) {
                ready(program.name(), begin);
            }
        }
    }

    private int greet() {
        int status = 0;
        if (!noDataset) {
            Path directory = dataset == null ? Settings.home().resolve("examples/cloud-2020") : dataset;
            status = LoadCommand.load(settings, null, directory, spec).refused() == 0 ? 0 : 1;
        }
        Greeting.lines(settings).forEach(this::say);
        return status;
    }

    private void deleteDatabases() {
        Path directory = settings.data().resolve("postgres");
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(directory + " can't be deleted", failed);
        }
    }

    private void ready(String name, Instant begin) {
        long millis = Duration.between(begin, Instant.now()).toMillis();
        say(String.format(java.util.Locale.ROOT, "  ✓ %-12s ready after %.1f s", name, millis / 1000.0));
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
