package io.cumulo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.kit.postgres.DatabaseAccess;
import io.cumulo.kit.postgres.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Three of every process at once on one set of databases, migrated by all of them at the same time: as a deployment scaled out. */
@Tag("several-of-each")
class SeveralOfEachIT {

    private static final int INSTANCES = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Path WATCHED = RunningPlatform.home().resolve("k8s/monitoring");

    /** Names of measures, as rules and dashboard write them. */
    private static final Pattern MEASURE =
            Pattern.compile("\\b(?:http_server|cumulo|sql|jvm|process)_[a-z_]+(?=[{)\\[ \"]|$)", Pattern.MULTILINE);

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path data;

    /** Offers no change to HTTP/2, for the reason that Health gives. */
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final List<Settings> SETS = new ArrayList<>();
    private static final List<ProcessHandle> PROCESSES = new ArrayList<>();
    private static PostgresServer postgres;
    private static String token;

    @BeforeAll
    static void start() {
        postgres = PostgresServer.throwAway();
        LocalIdentity identity = new LocalIdentity(data);
        token = identity.token("editor", Set.of("editor"), Duration.ofHours(1));
        Map<String, DatabaseAccess> databases = new HashMap<>();
        for (int instance = 0; instance < INSTANCES; instance++) {
            Settings settings = CommandLine.populateCommand(new Settings(), options());
            SETS.add(settings);
            Contract contract = new Contract(settings, identity);
            for (Program program : settings.programs()) {
                Optional<DatabaseAccess> database = settings.gateway().equals(program)
                        ? Optional.empty()
                        : Optional.of(databases.computeIfAbsent(program.name(), postgres::provide));
                PROCESSES.add(program.start(
                        RunningPlatform.home(),
                        environment(contract, program, database),
                        data.resolve(program.name() + instance + ".log")));
            }
        }
        Health health = new Health();
        List<Program> waiting = new ArrayList<>(
                SETS.stream().flatMap(set -> set.programs().stream()).toList());
        Awaitility.await().atMost(PATIENCE).until(() -> {
            waiting.removeIf(health::isReady);
            return waiting.isEmpty();
        });
    }

    @AfterAll
    static void stop() {
        Ending.of(PROCESSES, Duration.ofSeconds(20));
        postgres.close();
    }

    @Test
    void a_merger_reaches_the_other_services_once_however_many_listen() throws SQLException {
        write(0, "PUT", "/v1/companies/survivor", company("Survivor"), Map.of("If-None-Match", "*"));
        write(1, "PUT", "/v1/companies/duplicate", company("Duplicate"), Map.of("If-None-Match", "*"));
        write(
                2,
                "POST",
                "/v1/companies/duplicate/merge",
                "{\"into\":\"survivor\",\"reason\":\"the same\"," + SOURCES + "}",
                Map.of("Idempotency-Key", "merge-1"));
        for (String database : List.of("investments", "disputes")) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> count(database, "select count(*) from merged_company where old = 'duplicate'") > 0);
        }
        // Later events are taken after the merger: when they are through, nothing of it can still come.
        for (String database : List.of("investments", "disputes")) {
            awaitFeedRead(database);
            assertThat(count(database, "select count(*) from merged_company where old = 'duplicate'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void a_file_is_recorded_once_whichever_process_takes_its_batches() throws SQLException {
        String file = IntStream.range(0, 250)
                .mapToObj(number -> "{\"path\":\"/v1/companies/imported-" + number + "\",\"body\":"
                        + company("Imported " + number) + "}")
                .collect(Collectors.joining("\n"));
        String job = write(0, "POST", "/v1/companies/imports?format=ndjson", file, Map.of())
                .headers()
                .firstValue("Location")
                .map(address -> URI.create(address).getPath())
                .orElseThrow();
        JsonNode done = Awaitility.await().atMost(PATIENCE).until(() -> get(1, job), answer -> answer.path("state")
                .asText()
                .equals("done"));
        assertThat(done.path("accepted").asInt()).isEqualTo(250);
        assertThat(count("companies", "select count(*) from outbox where subject like 'imported-%'"))
                .isEqualTo(250);
    }

    @Test
    void one_key_has_one_effect_whichever_gateway_it_comes_through() throws SQLException {
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 12)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> write(
                                number % INSTANCES,
                                "POST",
                                "/v1/companies",
                                company("Pressed Twelve Times"),
                                Map.of("Idempotency-Key", "pressed"))
                        .statusCode()))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join)).allMatch(status -> status == 201 || status == 409);
        assertThat(count("companies", "select count(*) from outbox where subject = 'pressed-twelve-times'"))
                .isEqualTo(1);
    }

    @Test
    void every_measure_that_rules_and_dashboard_name_is_served() throws IOException {
        get(0, "/v1/companies");
        get(0, "/v1/commitments");
        Set<String> named = new TreeSet<>();
        for (String file : List.of("rules.yaml", "dashboard.json")) {
            MEASURE.matcher(Files.readString(WATCHED.resolve(file)))
                    .results()
                    .forEach(match -> named.add(match.group()));
        }
        String served = SETS.get(0).programs().stream()
                .map(program -> text("http://127.0.0.1:" + program.managementPort() + "/q/metrics"))
                .collect(Collectors.joining());
        assertThat(named).hasSizeGreaterThan(5).allSatisfy(measure -> assertThat(served)
                .containsPattern("(?m)^" + Pattern.quote(measure) + "[{ ]"));
        assertThat(served).containsPattern("http_server_requests_seconds_bucket\\{[^}]*le=\"0.5\"");
    }

    /** Nine services on one server that takes a hundred connections. */
    private static Map<String, String> environment(
            Contract contract, Program program, Optional<DatabaseAccess> database) {
        Map<String, String> environment = new HashMap<>(contract.environment(program, database));
        environment.put("QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE", "6");
        return environment;
    }

    private static final String SOURCES = "\"sources\":[{\"publisher\":\"P\",\"title\":\"T\",\"quote\":\"Q\"}]";

    private static String company(String name) {
        return "{\"kind\":\"company\",\"legalName\":\"" + name + "\"," + SOURCES + "}";
    }

    /** The position after everything that companies has told so far. */
    private static void awaitFeedRead(String database) {
        write(0, "PUT", "/v1/companies/after-" + database, company("After " + database), Map.of("If-None-Match", "*"));
        String end = Awaitility.await().atMost(PATIENCE).until(() -> endOfFeed(), position -> !position.isEmpty());
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> count(database, "select count(*) from consumed_feed where position = '" + end + "'") > 0);
    }

    private static String endOfFeed() {
        String base = "http://127.0.0.1:" + SETS.get(0).services().get(0).port();
        String position = "";
        while (true) {
            JsonNode page =
                    json(text(base + "/v1/events?limit=500" + (position.isEmpty() ? "" : "&cursor=" + position)));
            if (page.path("items").isEmpty()) {
                return position;
            }
            position = page.path("next").asText();
        }
    }

    private static HttpResponse<String> write(
            int instance, String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(SETS.get(instance).gatewayUrl() + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", path.contains("imports") ? "application/octet-stream" : "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        // 503 says that the same request may be sent again, as any client does: on a busy machine a transaction may run
        // into its limit.
        HttpResponse<String> answer = Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> send(request.build()), sent -> sent.statusCode() != 503);
        assertThat(answer.statusCode()).as(answer.body()).isIn(201, 202, 409);
        return answer;
    }

    private static JsonNode get(int instance, String path) {
        return json(text(SETS.get(instance).gatewayUrl() + path));
    }

    private static String text(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).build()).body();
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(text, unreadable);
        }
    }

    private static long count(String database, String query) throws SQLException {
        try (Connection connection = postgres.connect(database);
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static String[] options() {
        List<String> names = List.of("gateway", "companies", "investments", "disputes");
        List<String> options = new ArrayList<>(RunningPlatform.asBuilt());
        options.add("--data=" + data);
        List<ServerSocket> taken = new ArrayList<>();
        try {
            for (String name : names) {
                for (String kind : List.of("-port=", "-management-port=")) {
                    ServerSocket socket = new ServerSocket(0);
                    taken.add(socket);
                    options.add("--" + name + kind + socket.getLocalPort());
                }
            }
            for (ServerSocket socket : taken) {
                socket.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return options.toArray(String[]::new);
    }
}
