package io.cumulo.kit.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/**
 * A real PostgreSQL server from Maven artifacts, for one machine: no installed server, no container, no root rights.
 *
 * <p>A <em>durable</em> server keeps its data as an installed one would (write-ahead log synced, password authentication), survives the death of
 * any process, and stops what a killed run has left behind. A <em>throw-away</em> server is for tests: fast, trusting, gone when closed.
 */
public final class PostgresServer implements AutoCloseable {

    /** The server's own administrator, who owns no data of the platform. */
    static final String SUPERUSER = "postgres";

    private static final Duration STARTUP = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final Path directory;
    private final Passwords passwords;

    private PostgresServer(EmbeddedPostgres server, Path directory, Passwords passwords) {
        this.server = server;
        this.directory = directory;
        this.passwords = passwords;
    }

    /**
     * Starts a server that keeps its data.
     *
     * @param directory of the server's own; made when missing. Beside the data it holds the passwords, readable to its owner only
     * @param port on 127.0.0.1
     * @param log where the server's output is appended
     * @throws UncheckedIOException when it can't be started; the log says why
     */
    public static PostgresServer durable(Path directory, int port, Path log) {
        try {
            Path data = directory.resolve("data");
            stopOrphan(directory);
            Files.createDirectories(directory);
            Files.createDirectories(log.toAbsolutePath().getParent());
            Passwords passwords = Passwords.keptIn(directory.resolve("passwords.properties"));
            EmbeddedPostgres server = settings(data, port, log, passwords).start();
            PostgresServer started = new PostgresServer(server, data, passwords);
            started.requirePasswords();
            return started;
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL can't be started: see " + log, failed);
        }
    }

    private static EmbeddedPostgres.Builder settings(Path data, int port, Path log, Passwords passwords) {
        File output = log.toFile();
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(STARTUP)
                .setPort(port)
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("locale", "C.UTF-8")
                .setConnectConfig("password", passwords.of(SUPERUSER))
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "120")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("password_encryption", "scram-sha-256")
                // More make a chosen password slow to guess; these are 128 random bits, and each new connection would
                // pay.
                .setServerConfig("scram_iterations", "1")
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(output))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(output));
    }

    /** Stops the server that a killed run has left on the directory; true when there was one. */
    public static boolean stopOrphan(Path directory) {
        Optional<OrphanedPostmaster> orphan = OrphanedPostmaster.of(directory.resolve("data"));
        orphan.ifPresent(OrphanedPostmaster::stop);
        return orphan.isPresent();
    }

    /** A server for a run of tests; its data is deleted when it is closed. */
    public static PostgresServer throwAway() {
        try {
            Path directory = Files.createTempDirectory("cumulo-postgres");
            Path data = directory.resolve("data");
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setPGStartupWait(STARTUP)
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setServerConfig("max_connections", "120")
                    .start();
            return new PostgresServer(server, data, Passwords.generated());
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL can't be started", failed);
        }
    }

    /** initdb trusts everybody on this machine; from the first start on, nobody gets in without a password. */
    private void requirePasswords() throws IOException {
        Path rules = directory.resolve("pg_hba.conf");
        String required = "host all all 127.0.0.1/32 scram-sha-256\n";
        if (Files.readString(rules).equals(required)) {
            return;
        }
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("alter role " + SUPERUSER + " password '" + passwords.of(SUPERUSER) + "'");
            Files.writeString(rules, required);
            statement.execute("select pg_reload_conf()");
        } catch (SQLException failed) {
            throw new IOException("passwords can't be required", failed);
        }
    }

    /**
     * Makes sure that a database is there with its owner's role ({@code <name>_owner}, who migrates its schema) and its service's role
     * ({@code <name>}, who may do what migrations grant), and that neither reaches another database. May be repeated.
     *
     * @param name lower-case letters only
     */
    public DatabaseAccess provide(String name) {
        new Provisioning(this::connect).provide(name, passwords);
        return new DatabaseAccess(
                "127.0.0.1", port(), name, name, passwords.of(name), name + "_owner", passwords.of(name + "_owner"));
    }

    /** A connection of the administrator. */
    public Connection connect(String database) throws SQLException {
        return server.getDatabase(SUPERUSER, database).getConnection();
    }

    public int port() {
        return server.getPort();
    }

    /** The process id of the postmaster; empty when it is dead. */
    public Optional<Long> pid() {
        return OrphanedPostmaster.of(directory).map(OrphanedPostmaster::pid);
    }

    /** Stops the server: transactions in flight are rolled back, everything that is committed is on disk. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL can't be stopped", failed);
        }
    }
}
