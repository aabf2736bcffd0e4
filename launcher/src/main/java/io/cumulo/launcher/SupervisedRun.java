package io.cumulo.launcher;

import java.util.function.Consumer;

/** A platform and its supervisor in this process, from the start to the signal that ends both. */
final class SupervisedRun {

    private final Settings settings;
    private final Platform platform;
    private final Supervisor supervisor;
    private final Consumer<String> fatal;
    private final Thread watcher = new Thread(this::watch, "supervisor");

    /**
     * @param out takes what happens, a line each
     * @param fatal takes the reason for which everything is stopped
     */
    SupervisedRun(Settings settings, Consumer<String> out, Consumer<String> fatal) {
        this.settings = settings;
        this.platform = new Platform(settings, out);
        this.supervisor = new Supervisor(platform, settings, out);
        this.fatal = fatal;
    }

    /** Starts PostgreSQL, then all programs at once; from now on a signal ends the process only after it has ended them. */
    void start(Readiness readiness) {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        settings.remember();
        settings.supervisor().write(ProcessHandle.current());
        platform.startPostgres();
        readiness.tell("postgres");
        settings.programs().forEach(platform::start);
        watcher.start();
    }

    /** Until the process is told to end. */
    void await() {
        try {
            watcher.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        try {
            supervisor.watch();
        } catch (Refused givenUp) {
            fatal.accept(givenUp.getMessage());
            System.exit(1);
        }
    }

    private void stop() {
        supervisor.stop();
        platform.close();
        settings.supervisor().delete();
    }
}
