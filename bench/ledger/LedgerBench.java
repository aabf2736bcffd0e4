import io.cumulo.kit.postgres.DatabaseAccess;
import io.cumulo.kit.postgres.PostgresServer;
import java.io.IOException;
import java.io.StringReader;
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
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.postgresql.PGConnection;

/** Times the ledger of investments-service over HTTP. Arguments: {@code postings}, {@code bulk}, or {@code balances} and the sizes. See README.md. */
public final class LedgerBench {

    private static final int HEADS = 1_000;
    private static final int SECONDS = Integer.getInteger("seconds", 10);
    private static final int WARM_UP = Integer.getInteger("warmup", 30);
    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    private static final String SOURCES = "[{\"publisher\":\"Bench\",\"title\":\"Generated\",\"quote\":\"Generated\"}]";

    private final Path directory = Files.createTempDirectory("cumulo-bench");
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final KeyPair keys;
    private final String token;
    private final List<Process> services = new ArrayList<>();

    private LedgerBench() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        token = token();
    }

    public static void main(String[] arguments) throws Exception {
        LedgerBench bench = new LedgerBench();
        try (PostgresServer server = PostgresServer.durable(
                bench.directory.resolve("postgres"), freePort(), bench.directory.resolve("postgres.log"))) {
            switch (arguments[0]) {
                case "postings" -> bench.postings(server);
                case "bulk" -> bench.bulk(server);
                case "balances" -> bench.balances(
                        server, Arrays.stream(arguments).skip(1).mapToInt(Integer::parseInt).toArray());
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        } finally {
            for (Process service : bench.services) {
                service.destroy();
                service.waitFor();
            }
        }
        System.out.println("The data remains in " + bench.directory);
    }

    // -- single postings: the service, and pgbench with the same statements --------------------------------------------------------------

    private void postings(PostgresServer server) throws Exception {
        DatabaseAccess access = server.provide("postings");
        int port = start(access);
        fund(server, "postings");
        Path script = directory.resolve("posting.sql");
        Files.writeString(script, STATEMENTS);
        run(port, 8, WARM_UP);
        System.out.println("| clients | service | pgbench | ratio | of each round |\n|---|---|---|---|---|");
        for (int clients : new int[] {1, 8, 32}) {
            double ours = 0;
            double theirs = 0;
            List<String> ratios = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                double one = run(port, clients, SECONDS);
                double other = pgbench(access, script, clients);
                ours += one;
                theirs += other;
                ratios.add(String.format(Locale.ROOT, "%.2f", one / other));
            }
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %.0f/s | %.0f/s | **%.2f** | %s |%n",
                    clients, ours / ROUNDS, theirs / ROUNDS, ours / theirs, String.join(", ", ratios));
        }
    }

    /** What the service sends for one posting between two accounts below a head of its own, in its order. */
    private static final String STATEMENTS = """
            \\set k random(1, 1000)
            \\set n random(1, 9000000000000000)
            begin;
            select cast(lock_ledger('funds/bank-' || :k || ' funds/shop-' || :k) as text);
            select recorded_at();
            insert into ledger_transaction (commitment, description, effective_on, kind, metadata, recorded_by, replaces, reverses, sources, stated_on, id)
                values (null, null, '2021-01-01', 'DISBURSEMENT', '{}', 'bench', null, null, '[{"publisher":"Bench","title":"Generated","quote":"Generated"}]', '2021-01-01', 'p-' || :n || '-' || :client_id);
            insert into ledger_posting (amount, currency, destination, effective_on, source, number, transaction_id)
                values (0.01, 'EUR', 'funds/shop-' || :k, '2021-01-01', 'funds/bank-' || :k, 1, 'p-' || :n || '-' || :client_id);
            select drawn.account, drawn.currency, shortfall.day, shortfall.balance
                from (select split_part(line, ' ', 1) as account, split_part(line, ' ', 2) as currency, cast(split_part(line, ' ', 3) as date) as since
                      from unnest(string_to_array('funds/bank-' || :k || ' EUR 2021-01-01', ',')) line) drawn
                cross join lateral ledger_shortfall(drawn.account, drawn.currency, drawn.since) shortfall
                order by shortfall.day, drawn.account limit 1;
            insert into outbox (id, type, subject, data)
                values (gen_random_uuid(), 'investments.transaction.posted', 'ledger/transactions/p-' || :n, cast('{"kind":"disbursement","on":"2021-01-01","postings":[{"amount":{"amount":"0.01","currency":"EUR"}}]}' as jsonb));
            commit;
            """;

    private void fund(PostgresServer server, String database) throws Exception {
        try (Connection connection = server.connect(database);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into ledger_transaction (id, kind, stated_on, effective_on, metadata, sources, recorded_by)"
                    + " select 'fund-' || k, 'PLEDGE', '2020', '2020-01-01', '{}', '" + SOURCES + "', 'bench' from generate_series(1, " + HEADS + ") k");
            statement.execute("insert into ledger_posting (transaction_id, number, effective_on, source, destination, amount, currency)"
                    + " select 'fund-' || k, 1, '2020-01-01', 'world', 'funds/bank-' || k, 1000000000, 'EUR' from generate_series(1, " + HEADS + ") k");
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }

    /** Postings a second by so many clients, each waiting for its answer. */
    private double run(int port, int clients, int seconds) throws Exception {
        LongAdder posted = new LongAdder();
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        long started = System.nanoTime();
        long end = started + TimeUnit.SECONDS.toNanos(seconds);
        List<Future<?>> running = new ArrayList<>();
        for (int number = 0; number < clients; number++) {
            running.add(threads.submit(() -> {
                while (System.nanoTime() < end) {
                    int head = ThreadLocalRandom.current().nextInt(1, HEADS + 1);
                    post(port, "[" + posting("funds/bank-" + head, "funds/shop-" + head) + "]");
                    posted.increment();
                }
                return null;
            }));
        }
        for (Future<?> one : running) {
            one.get();
        }
        threads.shutdown();
        return posted.sum() / ((System.nanoTime() - started) / 1e9);
    }

    private static String posting(String source, String destination) {
        return "{\"source\":\"" + source + "\",\"destination\":\"" + destination
                + "\",\"amount\":{\"amount\":\"0.01\",\"currency\":\"EUR\"}}";
    }

    private void post(int port, String postings) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/ledger/transactions"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"kind\":\"disbursement\",\"on\":\"2021-01-01\",\"postings\":" + postings
                                + ",\"sources\":" + SOURCES + "}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
    }

    private double pgbench(DatabaseAccess access, Path script, int clients) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                "pgbench", "-n", "-M", "prepared", "-f", script.toString(), "-c", "" + clients, "-j", "" + Math.min(2, clients),
                "-T", "" + SECONDS, "-h", access.host(), "-p", "" + access.port(), "-U", access.username(), access.name());
        builder.environment().put("PGPASSWORD", access.password());
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
        return said.lines()
                .filter(line -> line.startsWith("tps = "))
                .map(line -> Double.parseDouble(line.split(" ")[2]))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(said));
    }

    // -- many postings in a transaction, and multi-row INSERT of as many ------------------------------------------------------------------

    private void bulk(PostgresServer server) throws Exception {
        int port = start(server.provide("bulk"));
        await(server, "bulk", "select count(*) >= 0 from ledger_cell");
        System.out.println("| rows at once | service | multi-row INSERT | ratio |\n|---|---|---|---|");
        for (int round = 0; round < ROUNDS + 1; round++) {
            int transactions = 100;
            StringBuilder hundred = new StringBuilder("[");
            for (int number = 0; number < 100; number++) {
                hundred.append(number == 0 ? "" : ",").append(posting("world", "funds/many-" + number % 10));
            }
            String postings = hundred.append("]").toString();
            long started = System.nanoTime();
            for (int number = 0; number < transactions; number++) {
                post(port, postings);
            }
            double ours = transactions * 100 / ((System.nanoTime() - started) / 1e9);
            started = System.nanoTime();
            try (Connection connection = server.connect("bulk");
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                for (int number = 0; number < transactions; number++) {
                    String id = "plain-" + round + "-" + number;
                    statement.execute("insert into ledger_transaction (id, kind, stated_on, effective_on, metadata, sources, recorded_by) values ('" + id
                            + "', 'DISBURSEMENT', '2021-01-01', '2021-01-01', '{}', '" + SOURCES + "', 'bench')");
                    StringBuilder rows = new StringBuilder();
                    for (int row = 1; row <= 100; row++) {
                        rows.append(row == 1 ? "" : ",").append("('" + id + "'," + row + ",'2021-01-01','world','funds/many-" + row % 10 + "',0.01,'EUR')");
                    }
                    statement.execute("insert into ledger_posting (transaction_id, number, effective_on, source, destination, amount, currency) values " + rows);
                    connection.commit();
                }
            }
            double theirs = transactions * 100 / ((System.nanoTime() - started) / 1e9);
            if (round > 0) {
                System.out.printf(Locale.ROOT, "| 100 | %.0f/s | %.0f/s | **%.2f** |%n", ours, theirs, ours / theirs);
            }
        }
    }

    // -- balances of an account with a short and with a long history -----------------------------------------------------------------------

    private void balances(PostgresServer server, int[] sizes) throws Exception {
        List<Integer> ports = new ArrayList<>();
        for (int at = 0; at < sizes.length; at++) {
            String database = "balances" + (char) ('a' + at);
            ports.add(start(server.provide(database), "-Dcumulo.ledger.cells.every=off"));
            load(server, database, sizes[at]);
        }
        int measured = 1_000;
        long[][] micros = new long[sizes.length][measured];
        Random random = new Random(20200420);
        for (int number = -300; number < measured; number++) {
            LocalDate asOf = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(3650));
            Instant knownAt = Instant.parse("2025-01-02T00:00:00Z").plusSeconds(random.nextInt(86_400 * 300));
            for (int at = 0; at < sizes.length; at++) {
                long started = System.nanoTime();
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.get(at)
                                        + "/v1/ledger/accounts/funds/long/balance?asOf=" + asOf + "&knownAt=" + knownAt))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 200 && answer.statusCode() != 404) {
                    throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
                }
                if (number >= 0) {
                    micros[at][number] = (System.nanoTime() - started) / 1_000;
                }
            }
        }
        System.out.println("| postings of the account | median | p95 | ratio of medians |\n|---|---|---|---|");
        for (long[] one : micros) {
            Arrays.sort(one);
        }
        for (int at = 0; at < sizes.length; at++) {
            System.out.printf(
                    Locale.ROOT, "| %,d | %.2f ms | %.2f ms | **%.2f** |%n",
                    sizes[at], micros[at][measured / 2] / 1e3, micros[at][measured * 95 / 100] / 1e3,
                    micros[at][measured / 2] / (double) micros[0][measured / 2]);
        }
    }

    /** By the service's own function and in its steps, but without its pauses: the service itself is kept from calling it. */
    private static void fold(PostgresServer server, String database) throws Exception {
        try (Connection connection = server.connect(database);
                Statement statement = connection.createStatement()) {
            boolean more = true;
            while (more) {
                try (ResultSet result = statement.executeQuery("select fold_ledger(now(), 500, 250)")) {
                    more = result.next() && result.getInt(1) > 0;
                }
            }
        }
    }

    /** Past the API and its triggers, recorded over a year, effective over ten; then folded, until nothing is left. */
    private void load(PostgresServer server, String database, int size) throws Exception {
        await(server, database, "select count(*) >= 0 from ledger_cell");
        long started = System.nanoTime();
        try (Connection connection = server.connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("insert into ledger_account (path, recorded_from) values ('funds/long', '-infinity') on conflict do nothing");
            Random random = new Random(size);
            for (int first = 0; first < size; first += 20_000) {
                StringBuilder transactions = new StringBuilder();
                StringBuilder postings = new StringBuilder();
                for (int number = first; number < Math.min(size, first + 20_000); number++) {
                    String at = Instant.parse("2025-01-01T00:00:00Z").plusMillis((long) (number * (86_400_000.0 * 365 / size))).toString();
                    String day = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(3650)).toString();
                    transactions.append("t-" + number + "\tPLEDGE\t" + day + "\t" + day + "\t" + at + "\t{}\t" + SOURCES + "\tbench\n");
                    postings.append("t-" + number + "\t1\t" + day + "\t" + at + "\tworld\tfunds/long\t" + (1 + random.nextInt(1000)) + "\tEUR\n");
                }
                PGConnection copying = connection.unwrap(PGConnection.class);
                copying.getCopyAPI().copyIn(
                        "copy ledger_transaction (id, kind, stated_on, effective_on, recorded_at, metadata, sources, recorded_by) from stdin",
                        new StringReader(transactions.toString()));
                copying.getCopyAPI().copyIn(
                        "copy ledger_posting (transaction_id, number, effective_on, recorded_at, source, destination, amount, currency) from stdin",
                        new StringReader(postings.toString()));
            }
            statement.execute("analyze");
        }
        long loaded = System.nanoTime();
        fold(server, database);
        try (Connection connection = server.connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
        System.out.printf("%,d postings are loaded (%d s) and folded (%d s)%n", size, (loaded - started) / 1_000_000_000, (System.nanoTime() - loaded) / 1_000_000_000);
    }

    // -- the service ------------------------------------------------------------------------------------------------------------------------

    private int start(DatabaseAccess access, String... options) throws Exception {
        int port = freePort();
        Path key = directory.resolve("public.pem");
        Files.writeString(key, "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----\n");
        List<String> command = new ArrayList<>(List.of("java", "-Xmx512m"));
        access.configuration().forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-Dquarkus.http.host=127.0.0.1", "-Dquarkus.http.port=" + port, "-Dquarkus.management.port=" + freePort(),
                "-Dcumulo.identity.public-key=" + key.toUri(), "-Dcumulo.feeds.every=off",
                "-jar", "investments-service/target/quarkus-app/quarkus-run.jar"));
        services.add(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(access.name() + ".log").toFile())
                .start());
        while (true) {
            try {
                client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/ledger/trial-balance")).build(),
                        HttpResponse.BodyHandlers.discarding());
                return port;
            } catch (IOException notUpYet) {
                Thread.sleep(500);
            }
        }
    }

    private static void await(PostgresServer server, String database, String condition) throws Exception {
        while (true) {
            try (Connection connection = server.connect(database);
                    Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(condition)) {
                if (result.next() && result.getBoolean(1)) {
                    return;
                }
            } catch (SQLException notMigratedYet) {
                // asked again below
            }
            Thread.sleep(500);
        }
    }

    private String token() throws Exception {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        long now = Instant.now().getEpochSecond();
        String claims = "{\"iss\":\"cumulo-local\",\"aud\":\"cumulo\",\"sub\":\"bench\",\"upn\":\"bench\",\"groups\":[\"editor\"],\"jti\":\"b\",\"iat\":"
                + now + ",\"exp\":" + (now + 86_400) + "}";
        String signed = encoder.encodeToString("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.UTF_8));
        return signed + "." + encoder.encodeToString(signature.sign());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
