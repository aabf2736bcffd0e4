package io.cumulo.launcher;

import io.cumulo.kit.postgres.DatabaseAccess;
import io.cumulo.kit.postgres.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The running processes of the platform: PostgreSQL, three services, the gateway. */
final class Platform implements AutoCloseable {

    /** Under this name PostgreSQL is watched and logs. */
    static final String POSTGRES = "postgres";

    private static final Duration GRACE = Duration.ofSeconds(15);

    private final Settings settings;
    private final Contract contract;
    private final Consumer<String> out;
    private final Map<String, DatabaseAccess> databases = new HashMap<>();
    private final Map<Program, ProcessHandle> processes = new HashMap<>();
    private Optional<PostgresServer> postgres = Optional.empty();
    private boolean closed;

    Platform(Settings settings, Consumer<String> out) {
        this.settings = settings;
        this.contract = new Contract(settings, new LocalIdentity(settings.data()));
        this.out = out;
    }

    /** Stops what a killed run has left behind, in the order of {@link #close}; true when there was anything. */
    static boolean stopOrphans(Settings settings) {
        boolean any = new PidFile(settings.data(), settings.gateway().name()).stop(GRACE);
        for (Program service : settings.services()) {
            any |= new PidFile(settings.data(), service.name()).stop(GRACE);
        }
        return any | PostgresServer.stopOrphan(settings.data().resolve(POSTGRES));
    }

    static Path log(Settings settings, String name) {
        return settings.data().resolve("log").resolve(name + ".log");
    }

    synchronized void startPostgres() {
        if (closed) {
            return;
        }
        PostgresServer server = PostgresServer.durable(
                settings.data().resolve(POSTGRES), settings.postgresPort(), log(settings, POSTGRES));
        postgres = Optional.of(server);
        server.pid().flatMap(ProcessHandle::of).ifPresent(pidFile(POSTGRES)::write);
        for (Program service : settings.services()) {
            databases.put(service.name(), server.provide(service.name()));
        }
    }

    synchronized void start(Program program) {
        if (closed) {
            return;
        }
        ProcessHandle process = program.start(
                Settings.home(),
                contract.environment(program, Optional.ofNullable(databases.get(program.name()))),
                log(settings, program.name()));
        pidFile(program.name()).write(process);
        processes.put(program, process);
    }

    /** The processes that were started and have died, PostgreSQL among them under its own name. */
    synchronized List<String> dead() {
        List<String> dead = new ArrayList<>();
        if (!closed && postgres.flatMap(PostgresServer::pid).isEmpty()) {
            dead.add(POSTGRES);
        }
        processes.forEach((program, process) -> {
            if (!Ending.isRunning(process)) {
                dead.add(program.name());
            }
        });
        return dead;
    }

    synchronized void restart(String name) {
        if (name.equals(POSTGRES)) {
            postgres.ifPresent(PostgresServer::close);
            postgres = Optional.empty();
            startPostgres();
            return;
        }
        settings.programs().stream()
                .filter(program -> program.name().equals(name))
                .forEach(this::start);
    }

    /**
     * Gateway first, so that nobody is let in; PostgreSQL last, whatever can't be stopped before it. Nothing is started any more.
     *
     * @throws Refused naming a process that goes on
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        out.accept("Stopping …");
        try {
            end(List.of(settings.gateway()));
        } finally {
            try {
                end(settings.services());
            } finally {
                endPostgres();
            }
        }
        out.accept("Stopped.");
    }

    private void endPostgres() {
        postgres.ifPresent(PostgresServer::close);
        postgres = Optional.empty();
        pidFile(POSTGRES).delete();
    }

    private PidFile pidFile(String name) {
        return new PidFile(settings.data(), name);
    }

    private void end(List<Program> programs) {
        List<ProcessHandle> running = programs.stream()
                .filter(processes::containsKey)
                .map(processes::get)
                .toList();
        Ending.of(running, GRACE);
        programs.forEach(program -> {
            processes.remove(program);
            pidFile(program.name()).delete();
        });
    }
}
