package io.cumulo.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The whole platform as a user runs it, on free ports and in a folder of its own. */
final class RunningPlatform implements AutoCloseable {

    private static final List<String> PORTS = List.of(
            "--gateway-port",
            "--companies-port",
            "--investments-port",
            "--disputes-port",
            "--gateway-management-port",
            "--companies-management-port",
            "--investments-management-port",
            "--disputes-management-port",
            "--postgres-port");

    private final Path data;
    private final List<String> options = new ArrayList<>();
    private final int gatewayPort;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();
    private String token;

    RunningPlatform(Path data) {
        this.data = data;
        options.add("--data=" + data);
        List<Integer> free = freePorts(PORTS.size());
        for (int index = 0; index < PORTS.size(); index++) {
            options.add(PORTS.get(index) + "=" + free.get(index));
        }
        options.addAll(asBuilt());
        this.gatewayPort = free.get(0);
    }

    /** What is tested is what the build has made: executables, or jars. */
    static List<String> asBuilt() {
        return Boolean.getBoolean("cumulo.executables") ? List.of("--native") : List.of();
    }

    static List<Integer> freePorts(int count) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int index = 0; index < count; index++) {
                sockets.add(new ServerSocket(0));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            sockets.forEach(RunningPlatform::close);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Starts a command of the launcher in a process of its own. */
    Process start(String command, String... arguments) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dcumulo.home=" + home(),
                "-jar",
                home().resolve("launcher/target/cumulo.jar").toString(),
                command));
        line.addAll(List.of(arguments));
        line.addAll(options);
        try {
            return new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()))
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Runs a command to its end and gives its exit status. */
    int run(String command, String... arguments) {
        try {
            Process process = start(command, arguments);
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " doesn't end: " + said());
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** What the commands have printed so far. */
    String said() {
        try {
            return Files.readString(output());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path output() {
        return data.resolve("said.txt");
    }

    static Path home() {
        return Path.of("").toAbsolutePath().getParent();
    }

    /** Of the gateway, without a path. */
    String address() {
        return "http://127.0.0.1:" + gatewayPort;
    }

    HttpResponse<String> get(String path) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gatewayPort + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The status of a company's first record, or 0 when nobody answered. */
    int put(String path) {
        return put(
                path,
                "{\"kind\":\"company\",\"legalName\":\"Kept\",\"sources\":[{\"publisher\":\"P\",\"title\":\"T\",\"quote\":\"Q\"}]}");
    }

    /** The status of a fact's first record, or 0 when nobody answered. */
    int put(String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gatewayPort + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .header("If-None-Match", "*")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException nobodyAnswered) {
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The answer to a write that is safe to repeat; empty when nobody answered, or a gateway that can't reach whom it asked. */
    Optional<HttpResponse<String>> post(String path, String idempotencyKey, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gatewayPort + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return Optional.of(client.send(request, HttpResponse.BodyHandlers.ofString()))
                    .filter(answer -> answer.statusCode() < 500);
        } catch (IOException nobodyAnswered) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private synchronized String token() {
        if (token == null) {
            token = new LocalIdentity(data).token("editor", Set.of("editor"), Duration.ofHours(1));
        }
        return token;
    }

    /** Whether the service of that name says that it is ready. */
    boolean isReady(String service) {
        String prefix = "--" + service + "-management-port=";
        String port = options.stream()
                .filter(option -> option.startsWith(prefix))
                .map(option -> option.substring(prefix.length()))
                .findFirst()
                .orElseThrow();
        HttpRequest question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException nobodyAnswered) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    JsonNode json(String path) {
        try {
            return mapper.readTree(get(path).body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The living process that runs under the name. */
    ProcessHandle process(String name) {
        return new PidFile(data, name)
                .living()
                .orElseThrow(() -> new IllegalStateException(name + " doesn't run: " + said()));
    }

    @Override
    public void close() {
        if (run("down") != 0) {
            throw new IllegalStateException("the platform can't be stopped: " + said());
        }
    }
}
