import io.cumulo.kit.postgres.DatabaseAccess;
import io.cumulo.kit.postgres.PostgresServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * Times disputes-service over HTTP with few and with many disputes of 50 entries each, one request at a time. Arguments: a folder for the data
 * and the sizes, smallest first; what the folder already holds is used again. See README.md beside it.
 */
public final class DisputesBench {

    private static final int WARM_UP = Integer.getInteger("warm-up", 300);
    private static final int MEASURED = Integer.getInteger("measured", 1_000);
    /** How long ago a past state is asked for: after the load, and long enough for every writer to have ended. */
    private static final int PAST_SECONDS = 30;
    private static final int AT_ONCE = 10_000;
    private static final int ENTRIES = 50;
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
    private static final List<String> PAPERS = List.of("motion", "hearing", "order", "answer", "notice", "filing");
    private static final List<List<String>> ENDS = List.of(
            List.of("motion", "hearing"),
            List.of("dismissal", "motion"),
            List.of("ruling", "order"),
            List.of("ruling", "closing"));
    private static final String SOURCES = "\"sources\":[{\"publisher\":\"Bench\",\"title\":\"Generated\",\"quote\":\"Generated\"}]";

    private final HttpClient client = HttpClient.newHttpClient();
    private final KeyPair keys;
    private final int size;
    private final int port;
    private final String database;
    private final PostgresServer server;

    private DisputesBench(KeyPair keys, int size, int port, String database, PostgresServer server) {
        this.keys = keys;
        this.size = size;
        this.port = port;
        this.database = database;
        this.server = server;
    }

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        Files.createDirectories(directory);
        int[] sizes = Arrays.stream(arguments).skip(1).mapToInt(Integer::parseInt).toArray();
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair keys = generator.generateKeyPair();
        List<Process> services = new ArrayList<>();
        try (PostgresServer server =
                PostgresServer.durable(directory.resolve("postgres"), freePort(), directory.resolve("postgres.log"))) {
            List<DisputesBench> benches = new ArrayList<>();
            for (int size : sizes) {
                int port = freePort();
                String database = "disputes" + letters(size);
                services.add(start(directory, keys, server.provide(database), port));
                DisputesBench bench = new DisputesBench(keys, size, port, database, server);
                bench.fill();
                benches.add(bench);
            }
            Thread.sleep(PAST_SECONDS * 1_000 + 5_000);
            print(sizes, measure(benches));
        } finally {
            for (Process service : services) {
                service.destroy();
                service.waitFor();
            }
        }
    }

    /** A database's name holds no digits: the data of a size is found again under the same letters. */
    private static String letters(int size) {
        return String.valueOf(size)
                .chars()
                .mapToObj(digit -> String.valueOf((char) ('a' + digit - '0')))
                .collect(java.util.stream.Collectors.joining());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Process start(Path directory, KeyPair keys, DatabaseAccess access, int port) throws Exception {
        Path key = directory.resolve("public.pem");
        Files.writeString(
                key,
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
        List<String> command = new ArrayList<>(List.of("java", "-Xmx512m"));
        access.configuration().forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.port=" + freePort(),
                "-Dcumulo.feeds.every=off",
                "-Dcumulo.companies.url=http://127.0.0.1:9",
                "-Dcumulo.identity.public-key=" + key.toUri(),
                "-jar",
                "disputes-service/target/quarkus-app/quarkus-run.jar"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(access.name() + ".log").toFile())
                .start();
    }

    private void fill() throws Exception {
        await("select count(*) >= 0 from dispute_phase");
        awaitService();
        if (count("select count(*) from dispute") >= size) {
            return;
        }
        long started = System.nanoTime();
        execute("alter system set max_wal_size = '8GB'");
        execute("select pg_reload_conf()");
        execute("insert into known_key select 'company', key from unnest(array['a-company', 'a-forum']) key");
        for (int shape = 0; shape < ENDS.size(); shape++) {
            recordTemplate(shape);
        }
        copyTemplates();
        execute("vacuum analyze");
        execute("checkpoint");
        System.out.printf("%,d disputes are loaded (%d s)%n", size, (System.nanoTime() - started) / 1_000_000_000);
    }

    /** One dispute of each shape is recorded through the API, so that what is derived from its docket is the service's own work. */
    private void recordTemplate(int shape) throws Exception {
        put("/v1/disputes/template-" + shape, "{\"title\":\"Template\",\"kind\":\"bid-protest\",\"forum\":\"a-forum\","
                + "\"parties\":[{\"company\":\"a-company\",\"role\":\"claimant\"}]," + SOURCES + "}");
        for (int number = 1; number <= ENTRIES; number++) {
            put("/v1/disputes/template-" + shape + "/docket/e" + number, "{\"kind\":\"" + kind(shape, number)
                    + "\",\"on\":\"" + FIRST_DAY.plusDays(7L * number) + "\",\"number\":\"" + number
                    + "\",\"text\":\"What the paper says that was entered here\"" + extras(kind(shape, number)) + "," + SOURCES + "}");
        }
    }

    private static String kind(int shape, int number) {
        return switch (number) {
            case 1 -> "filing";
            case 3 -> "injunction-granted";
            case 4 -> "security-ordered";
            case 5 -> "security-posted";
            case 30 -> "injunction-lifted";
            case 40 -> "security-released";
            case ENTRIES - 1 -> ENDS.get(shape).get(0);
            case ENTRIES -> ENDS.get(shape).get(1);
            default -> PAPERS.get(number % PAPERS.size());
        };
    }

    private static String extras(String kind) {
        return switch (kind) {
            case "security-ordered", "security-posted", "security-released" ->
                ",\"security\":{\"id\":\"bond\",\"amount\":{\"amount\":\"42000000.00\",\"currency\":\"USD\"}}";
            case "ruling" -> ",\"outcome\":\"for-claimant\"";
            case "dismissal" -> ",\"reason\":\"moot\"";
            default -> "";
        };
    }

    private void put(String path, String body) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Authorization", "Bearer " + token())
                        .header("Content-Type", "application/json")
                        .header("If-None-Match", "*")
                        .PUT(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 503) {
            Thread.sleep(1_000);
            put(path, body);
        } else if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.statusCode() + " for " + path + ": " + answer.body());
        }
    }

    private String token() throws Exception {
        long now = Instant.now().getEpochSecond();
        String unsigned = base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "."
                + base64("{\"iss\":\"cumulo-local\",\"aud\":\"cumulo\",\"sub\":\"bench\",\"upn\":\"bench\",\"groups\":[\"editor\"],\"iat\":"
                        + now + ",\"exp\":" + (now + 600) + "}");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(unsigned.getBytes(StandardCharsets.US_ASCII));
        return unsigned + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The templates' rows, copied with other keys, words and days. What only guards writes is taken off the docket's table: no question reads it. */
    private void copyTemplates() throws Exception {
        execute("alter table docket_entry drop constraint " + text("select conname from pg_constraint"
                + " where conrelid = 'docket_entry'::regclass and contype = 'x'"));
        execute("drop index docket_entry_search; drop index docket_entry_party; drop index "
                + text("select indexrelid::regclass::text from pg_index where indrelid = 'docket_entry'::regclass"
                        + " and pg_get_indexdef(indexrelid) like '%(subject, fact_id, recorded_from)'"));
        for (int from = 0; from < size; from += AT_ONCE) {
            int to = Math.min(size, from + AT_ONCE) - 1;
            String numbers = " cross join generate_series(" + from + ", " + to + ") n where t.%s = 'template-' || n %% 4";
            execute("insert into dispute (version_id, subject, fact_id, revision, standing, preferred, sources, recorded_by, title, kind,"
                    + " forum, docket_number, parties, grounds, remedies_sought, judges, companies, party_roles)"
                    + " select gen_random_uuid(), 'd' || n, 'd' || n, 1, 'ASSERTED', false, t.sources, 'bench',"
                    + " 'Case of w' || md5((n / 10)::text), t.kind, 'forum-' || n / 4 % 20, 'No-' || n,"
                    + " jsonb_build_array(jsonb_build_object('company', 'company-' || n / 20, 'role', 'claimant')), t.grounds,"
                    + " t.remedies_sought, t.judges, array['company-' || n / 20], array['claimant company-' || n / 20]"
                    + " from dispute t" + numbers.formatted("subject"));
            execute("insert into docket_entry (version_id, subject, fact_id, revision, valid_from, valid_from_stated, standing, preferred,"
                    + " sources, recorded_by, kind, entered_on, number, words, other_dates, security, outcome, grants, reason, entered_at)"
                    + " select gen_random_uuid(), 'd' || n, t.fact_id, 1, t.valid_from + n % 365, (t.valid_from + n % 365)::text, 'ASSERTED',"
                    + " false, t.sources, 'bench', t.kind, (t.valid_from + n % 365)::text, t.number,"
                    + " case t.fact_id when 'e7' then t.words || ' x' || md5((n / 10)::text) else t.words end, t.other_dates, t.security,"
                    + " t.outcome, t.grants, t.reason, t.entered_at from docket_entry t" + numbers.formatted("subject"));
            execute("insert into suspending_order (id, dispute, entry, type, starts_on, starts_as, ends_on, ends_as, ended_by)"
                    + " select gen_random_uuid(), 'd' || n, t.entry, t.type, t.starts_on + n % 365, (t.starts_on + n % 365)::text,"
                    + " t.ends_on + n % 365, (t.ends_on + n % 365)::text, t.ended_by"
                    + " from suspending_order t" + numbers.formatted("dispute") + " and t.recorded_to is null");
            execute("insert into dispute_phase (id, dispute, phase, begins, starts_on, ends_on)"
                    + " select gen_random_uuid(), 'd' || n, t.phase, t.begins, t.starts_on + n % 365, t.ends_on + n % 365"
                    + " from dispute_phase t" + numbers.formatted("dispute") + " and t.recorded_to is null");
        }
        execute("set maintenance_work_mem = '512MB'; create index on docket_entry (subject, fact_id, recorded_from);"
                + " create index docket_entry_party on docket_entry (party, subject) where party is not null;"
                + " create index docket_entry_search on docket_entry using gin (search)");
    }

    private void execute(String statement) throws Exception {
        try (Connection connection = server.connect(database);
                Statement running = connection.createStatement()) {
            running.execute("set session_replication_role = replica"); // what is copied was checked when its template was recorded
            running.execute(statement);
        }
    }

    private String text(String query) throws Exception {
        try (Connection connection = server.connect(database);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private long count(String query) throws Exception {
        return Long.parseLong(text(query));
    }

    private void await(String condition) throws Exception {
        while (true) {
            try {
                if (text(condition).equals("t")) {
                    return;
                }
            } catch (java.sql.SQLException notMigratedYet) {
                Thread.sleep(500);
            }
        }
    }

    private void awaitService() throws Exception {
        while (true) {
            try {
                ask("/v1/disputes?limit=1");
                return;
            } catch (IllegalStateException notUpYet) {
                Thread.sleep(500);
            }
        }
    }

    private Map<String, Function<Random, String>> questions() {
        Instant past = Instant.now().minusSeconds(PAST_SECONDS);
        Map<String, Function<Random, String>> questions = new LinkedHashMap<>();
        questions.put("get", random -> "/v1/disputes/d" + random.nextInt(size));
        questions.put("past state", random -> "/v1/disputes/d" + random.nextInt(size) + "?asOf="
                + FIRST_DAY.plusDays(random.nextInt(600)) + "&knownAt=" + past);
        questions.put("docket", random -> "/v1/disputes/d" + random.nextInt(size) + "/docket");
        questions.put("list by company and role", random -> "/v1/disputes?limit=10&role=claimant&company=company-" + random.nextInt(size / 20));
        questions.put("list by forum and state", random -> "/v1/disputes?limit=10&state=dismissed&forum=forum-" + random.nextInt(20));
        questions.put("list by docket number", random -> "/v1/disputes?docketNumber=No-" + random.nextInt(size));
        questions.put("list brought on a day", random -> {
            LocalDate day = FIRST_DAY.plusDays(7 + random.nextInt(365));
            return "/v1/disputes?limit=10&broughtFrom=" + day + "&broughtTo=" + day;
        });
        questions.put("words of titles", random -> "/v1/disputes?limit=10&q=w" + md5(random.nextInt(size / 10)));
        questions.put("words on dockets", random -> "/v1/disputes?limit=10&q=x" + md5(random.nextInt(size / 10)));
        questions.put("a word on every docket", random -> "/v1/disputes?limit=10&q=paper");
        questions.put("no such word", random -> "/v1/disputes?limit=10&q=none" + random.nextInt(size));
        questions.put("list by state", random -> "/v1/disputes?limit=10&state=pending");
        questions.put("list by kind", random -> "/v1/disputes?limit=10&kind=bid-protest");
        questions.put("list, as it was", random -> "/v1/disputes?limit=10&state=dismissed&knownAt=" + past);
        return questions;
    }

    private static String md5(int number) {
        try {
            byte[] digest = java.security.MessageDigest.getInstance("MD5")
                    .digest(String.valueOf(number).getBytes(StandardCharsets.US_ASCII));
            return java.util.HexFormat.of().formatHex(digest);
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Asks all of them in turn, so that whatever else the machine does slows all of them. */
    private static Map<String, long[][]> measure(List<DisputesBench> benches) {
        Map<String, long[][]> table = new LinkedHashMap<>();
        List<Map<String, Function<Random, String>>> questions =
                benches.stream().map(DisputesBench::questions).toList();
        for (String kind : questions.get(0).keySet()) {
            Random random = new Random(20200213);
            long[][] micros = new long[benches.size()][MEASURED];
            for (int number = -WARM_UP; number < MEASURED; number++) {
                for (int index = 0; index < benches.size(); index++) {
                    String path = questions.get(index).get(kind).apply(random);
                    long started = System.nanoTime();
                    benches.get(index).ask(path);
                    if (number >= 0) {
                        micros[index][number] = (System.nanoTime() - started) / 1_000;
                    }
                }
            }
            Arrays.stream(micros).forEach(Arrays::sort);
            table.put(kind, micros);
            System.err.println(kind + " is measured");
        }
        return table;
    }

    private String ask(String path) {
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " for " + path + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(path, failed);
        }
    }

    private static void print(int[] sizes, Map<String, long[][]> table) {
        System.out.println("| | disputes | median | p95 |\n|---|---|---|---|");
        table.forEach((name, micros) -> {
            for (int index = 0; index < sizes.length; index++) {
                System.out.printf(Locale.ROOT, "| %s | %,d | %.2f ms | %.2f ms |%n", name, sizes[index],
                        micros[index][MEASURED / 2] / 1e3, micros[index][MEASURED * 95 / 100] / 1e3);
            }
            long[] first = micros[0];
            long[] last = micros[micros.length - 1];
            System.out.printf(Locale.ROOT, "| %s, ratio | | **%.2f** | **%.2f** |%n", name,
                    last[MEASURED / 2] / (double) first[MEASURED / 2],
                    last[MEASURED * 95 / 100] / (double) first[MEASURED * 95 / 100]);
        });
    }
}
