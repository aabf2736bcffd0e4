package io.cumulo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.cumulo.kit.postgres.DatabaseAccess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A process that is told to stop while everybody goes on asking it, and nobody takes over. */
class StoppedUnderLoadIT {

    private static final int CLIENTS = 8;
    private static final String QUESTION = "HEAD /openapi HTTP/1.1\r\nHost: stopped\r\n\r\n";

    private static final String ANSWERED = "HTTP/1.1 200 OK";

    @TempDir
    Path data;

    private final Queue<String> outcomes = new ConcurrentLinkedQueue<>();

    @Test
    void whoever_was_let_in_is_answered_and_whoever_comes_later_is_refused() throws IOException {
        List<Integer> ports = RunningPlatform.freePorts(2);
        List<String> options = new ArrayList<>(RunningPlatform.asBuilt());
        options.add("--data=" + data);
        options.add("--gateway-port=" + ports.get(0));
        options.add("--gateway-management-port=" + ports.get(1));
        Settings settings = CommandLine.populateCommand(new Settings(), options.toArray(String[]::new));
        Program gateway = settings.gateway();
        Path log = data.resolve("gateway.log");
        ProcessHandle process = gateway.start(RunningPlatform.home(), environment(settings), log);
        Health health = new Health();
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> health.isReady(gateway));

        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<CompletableFuture<Void>> asking = IntStream.range(0, CLIENTS)
                .mapToObj(client -> CompletableFuture.runAsync(() -> askUntilRefused(gateway.port()), clients))
                .toList();
        Awaitility.await().until(() -> outcomes.size() > 10 * CLIENTS);
        process.destroy();
        asking.forEach(CompletableFuture::join);
        clients.shutdown();

        assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(30));
        // What is in the system's queue when the socket closes is reset: the process has never seen it.
        assertThat(outcomes).allMatch(outcome -> outcome.equals(ANSWERED) || outcome.endsWith("Connection reset"));
        assertThat(outcomes).filteredOn(ANSWERED::equals).hasSize((int) Files.readAllLines(log).stream()
                .filter(line -> line.contains("HEAD /openapi "))
                .count());
    }

    private Map<String, String> environment(Settings settings) {
        Contract contract = new Contract(settings, new LocalIdentity(data));
        Map<String, String> environment =
                new HashMap<>(contract.environment(settings.gateway(), Optional.<DatabaseAccess>empty()));
        environment.put("QUARKUS_SHUTDOWN_DELAY", "3S");
        return environment;
    }

    /** Connects again whenever an answer closes the connection; a connection that is refused brings no request. */
    private void askUntilRefused(int port) {
        while (true) {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                BufferedReader answers =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                boolean open = true;
                while (open) {
                    socket.getOutputStream().write(QUESTION.getBytes(StandardCharsets.US_ASCII));
                    open = readAnswer(answers);
                }
            } catch (ConnectException refused) {
                return;
            } catch (IOException cutOff) {
                outcomes.add(cutOff.toString());
            }
        }
    }

    private boolean readAnswer(BufferedReader answers) throws IOException {
        String status = answers.readLine();
        outcomes.add(String.valueOf(status));
        boolean open = status != null;
        for (String header = answers.readLine(); header != null && !header.isEmpty(); header = answers.readLine()) {
            open &= !header.equalsIgnoreCase("connection: close");
        }
        return open;
    }
}
