package io.cumulo.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the platform runs: its folder and its ports. The same options for every command that touches it. */
final class Settings {

    /** Under this name the supervisor is known, like the programs under theirs. */
    static final String SUPERVISOR = "launcher";

    private static final String DEFAULT = " Default: ${DEFAULT-VALUE}.";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of the data, logs and keys. Default: .cumulo beside the script.")
    private Path data;

    @Option(names = "--gateway-port", defaultValue = "8080", description = "Port of the gateway." + DEFAULT)
    private int gatewayPort;

    @Option(names = "--companies-port", defaultValue = "8081", description = "Port of the companies service." + DEFAULT)
    private int companiesPort;

    @Option(
            names = "--investments-port",
            defaultValue = "8082",
            description = "Port of the investments service." + DEFAULT)
    private int investmentsPort;

    @Option(names = "--disputes-port", defaultValue = "8083", description = "Port of the disputes service." + DEFAULT)
    private int disputesPort;

    @Option(
            names = "--gateway-management-port",
            defaultValue = "9000",
            description = "Management port of the gateway." + DEFAULT)
    private int gatewayManagementPort;

    @Option(
            names = "--companies-management-port",
            defaultValue = "9001",
            description = "Management port of companies." + DEFAULT)
    private int companiesManagementPort;

    @Option(
            names = "--investments-management-port",
            defaultValue = "9002",
            description = "Management port of investments." + DEFAULT)
    private int investmentsManagementPort;

    @Option(
            names = "--disputes-management-port",
            defaultValue = "9003",
            description = "Management port of disputes." + DEFAULT)
    private int disputesManagementPort;

    @Option(names = "--postgres-port", defaultValue = "5433", description = "Port of PostgreSQL." + DEFAULT)
    private int postgresPort;

    @Option(names = "--native", description = "Runs the native executables that ./mvnw -Dnative package builds.")
    private boolean compiled;

    /** The settings of the platform that runs on the same folder: it may have been started with other ports. These when none runs. */
    Settings ofRunning() {
        Path file = remembered();
        if (supervisor().living().isEmpty() || !Files.exists(file)) {
            return this;
        }
        try {
            String[] arguments = Files.readAllLines(file).toArray(String[]::new);
            return CommandLine.populateCommand(new Settings(), arguments);
        } catch (IOException | ParameterException unreadable) {
            throw new Refused(file + " can't be read; ./cumulo down stops what runs");
        }
    }

    /** For {@link #ofRunning}, by whoever starts a platform with these settings. */
    void remember() {
        try {
            Files.createDirectories(remembered().getParent());
            Files.write(remembered(), asArguments());
        } catch (IOException failed) {
            throw new UncheckedIOException("can't write " + remembered(), failed);
        }
    }

    private Path remembered() {
        return data().resolve("run").resolve("settings");
    }

    /** The process that watches over the others. */
    PidFile supervisor() {
        return new PidFile(data(), SUPERVISOR);
    }

    /** The checkout: the script tells where it is. */
    static Path home() {
        return Path.of(System.getProperty("cumulo.home", ".")).toAbsolutePath().normalize();
    }

    Path data() {
        return (data == null ? home().resolve(".cumulo") : data)
                .toAbsolutePath()
                .normalize();
    }

    int postgresPort() {
        return postgresPort;
    }

    Program gateway() {
        return new Program("gateway", "gateway", gatewayPort, gatewayManagementPort, compiled);
    }

    List<Program> services() {
        return List.of(
                new Program("companies", "companies-service", companiesPort, companiesManagementPort, compiled),
                new Program("investments", "investments-service", investmentsPort, investmentsManagementPort, compiled),
                new Program("disputes", "disputes-service", disputesPort, disputesManagementPort, compiled));
    }

    /** Services first, then the gateway: the order in which they start. */
    List<Program> programs() {
        return Stream.concat(services().stream(), Stream.of(gateway())).toList();
    }

    String gatewayUrl() {
        return "http://127.0.0.1:" + gatewayPort;
    }

    /** The options as given, for a process that is to run with the same settings. */
    List<String> asArguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "--data=" + data(),
                "--gateway-port=" + gatewayPort,
                "--companies-port=" + companiesPort,
                "--investments-port=" + investmentsPort,
                "--disputes-port=" + disputesPort,
                "--gateway-management-port=" + gatewayManagementPort,
                "--companies-management-port=" + companiesManagementPort,
                "--investments-management-port=" + investmentsManagementPort,
                "--disputes-management-port=" + disputesManagementPort,
                "--postgres-port=" + postgresPort));
        if (compiled) {
            arguments.add("--native");
        }
        return arguments;
    }
}
