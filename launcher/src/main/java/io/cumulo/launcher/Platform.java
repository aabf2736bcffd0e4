package io.cumulo.launcher;

import io.cumulo.kit.postgres.DatabaseAccess;
import io.cumulo.kit.postgres.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The processes of the platform and what each is told: PostgreSQL, three services, the gateway. */
final class Platform implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(15);

    private final Settings settings;
    private final LocalIdentity identity;
    private final Consumer<String> out;
    private final Map<String, DatabaseAccess> databases = new HashMap<>();
    private final Map<Program, Process> processes = new HashMap<>();
    private PostgresServer postgres;

    Platform(Settings settings, Consumer<String> out) {
        this.settings = settings;
        this.identity = new LocalIdentity(settings.data());
        this.out = out;
    }

    /** Stops what a killed run has left behind; true when there was anything. */
    static boolean stopOrphans(Settings settings) {
        boolean any = PostgresServer.stopOrphan(settings.data().resolve("postgres"));
        for (Program program : settings.programs()) {
            any |= new PidFile(settings.data(), program.name()).stop(GRACE);
        }
        return any;
    }

    static Path log(Settings settings, String name) {
        return settings.data().resolve("log").resolve(name + ".log");
    }

    synchronized void startPostgres() {
        postgres = PostgresServer.durable(
                settings.data().resolve("postgres"), settings.postgresPort(), log(settings, "postgres"));
        for (Program service : settings.services()) {
            databases.put(service.name(), postgres.provide(service.name()));
        }
    }

    synchronized void start(Program program) {
        Path jar = program.jar(Settings.home());
        if (!Files.exists(jar)) {
            throw new Refused(jar + " is missing; build it with ./mvnw -DskipTests package");
        }
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-jar",
                jar.toString());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Path log = log(settings, program.name());
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment(program));
        try {
            Files.createDirectories(log.getParent());
            Process process = builder.start();
            new PidFile(settings.data(), program.name()).write(process.toHandle());
            processes.put(program, process);
        } catch (IOException failed) {
            throw new UncheckedIOException(program.name() + " can't be started", failed);
        }
    }

    private Map<String, String> environment(Program program) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(program.port()));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(program.managementPort()));
        environment.put(
                "CUMULO_IDENTITY_PUBLIC_KEY", identity.publicKey().toUri().toString());
        for (Program service : settings.services()) {
            environment.put("CUMULO_" + variable(service.name()) + "_URL", "http://127.0.0.1:" + service.port());
        }
        if (!program.isGateway()) {
            databases
                    .get(program.name())
                    .configuration()
                    .forEach((key, value) -> environment.put(variable(key), value));
        }
        return environment;
    }

    private static String variable(String key) {
        return key.replace('.', '_').toUpperCase(java.util.Locale.ROOT);
    }

    /** The processes that have died, PostgreSQL among them under its own name. */
    synchronized List<String> dead() {
        List<String> dead = new ArrayList<>();
        if (postgres.pid().isEmpty()) {
            dead.add("postgres");
        }
        processes.forEach((program, process) -> {
            if (!process.isAlive()) {
                dead.add(program.name());
            }
        });
        return dead;
    }

    synchronized void restart(String name) {
        if (name.equals("postgres")) {
            postgres.close();
            startPostgres();
            return;
        }
        settings.programs().stream()
                .filter(program -> program.name().equals(name))
                .forEach(this::start);
    }

    /** Gateway first, so that nobody is let in; PostgreSQL last. */
    @Override
    public synchronized void close() {
        List<Program> order = new ArrayList<>(settings.programs());
        java.util.Collections.reverse(order);
        for (Program program : order) {
            Process process = processes.remove(program);
            if (process != null) {
                PidFile.stop(process.toHandle(), GRACE);
                new PidFile(settings.data(), program.name()).delete();
            }
        }
        if (postgres != null) {
            postgres.close();
            postgres = null;
        }
        out.accept("Stopped.");
    }
}
