import io.cumulo.kit.postgres.DatabaseAccess;
import io.cumulo.kit.postgres.PostgresServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
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
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/**
 * Times an import through the API against COPY of the rows that it came to, and kills the service in the middle of another one. Arguments: how many
 * companies; a directory for the data. See README.md beside it.
 */
public final class ImportBench {

    private static final Pattern MEMBER = Pattern.compile("\"(state|read|accepted|rejected)\":\"?(\\w+)");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path directory;
    private final PostgresServer server;
    private final DatabaseAccess access;
    private final KeyPair keys;
    private final int port;
    private Process service;

    private ImportBench(Path directory, PostgresServer server) throws Exception {
        this.directory = directory;
        this.server = server;
        this.port = freePort();
        this.access = server.provide("imports");
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        this.keys = generator.generateKeyPair();
    }

    public static void main(String[] arguments) throws Exception {
        int companies = Integer.parseInt(arguments[0]);
        Path directory = Path.of(arguments[1]);
        try (PostgresServer server =
                PostgresServer.durable(directory.resolve("postgres"), freePort(), directory.resolve("postgres.log"))) {
            ImportBench bench = new ImportBench(directory, server);
            try {
                bench.start();
                bench.imported("warm-up", companies / 10);
                double seconds = bench.imported("measured", companies);
                double copied = bench.copied("measured");
                System.out.printf(
                        Locale.ROOT,
                        "import %.0f companies/s, COPY of their rows %.0f companies/s: 1/%.0f of it%n",
                        companies / seconds, companies / copied, seconds / copied);
                bench.killed(companies);
            } finally {
                bench.service.destroy();
                bench.service.waitFor();
            }
        }
    }

    /** Seconds from the first byte sent to the last fact recorded. */
    private double imported(String prefix, int companies) throws Exception {
        long started = System.nanoTime();
        String job = send(prefix, companies);
        while (!told(job, "state").equals("done")) {
            Thread.sleep(20);
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        if (!told(job, "accepted").equals(String.valueOf(companies))) {
            throw new IllegalStateException(get(job));
        }
        return seconds;
    }

    /** Seconds that COPY takes for the same rows, into tables with the same constraints and indexes. */
    private double copied(String prefix) throws Exception {
        double seconds = 0;
        try (Connection connection = server.connect("imports");
                Statement statement = connection.createStatement()) {
            CopyManager copy = connection.unwrap(BaseConnection.class).getCopyAPI();
            String versions = "(select version_id from profile where subject like '" + prefix + "-%')";
            for (String table : List.of("profile", "search_name", "search_posting", "search_identifier", "outbox")) {
                String rows = table.equals("outbox")
                        ? "select id, recorded_at, type, subject, data from outbox where subject like '" + prefix + "-%'"
                        : "select * from " + table + " where version_id in " + versions;
                ByteArrayOutputStream file = new ByteArrayOutputStream();
                copy.copyOut("copy (" + rows + ") to stdout", file);
                statement.execute("create table copied_" + table + " (like " + table + " including all)");
                long started = System.nanoTime();
                copy.copyIn(
                        "copy copied_" + table + (table.equals("outbox") ? " (id, recorded_at, type, subject, data)" : "")
                                + " from stdin",
                        new ByteArrayInputStream(file.toByteArray()));
                seconds += (System.nanoTime() - started) / 1e9;
            }
        }
        return seconds;
    }

    /** Kills the process (SIGKILL) when a third is recorded, starts another, and counts what there is in the end. */
    private void killed(int companies) throws Exception {
        String job = send("killed", companies);
        while (Integer.parseInt(told(job, "read")) < companies / 3) {
            Thread.sleep(20);
        }
        service.destroyForcibly().waitFor();
        start();
        String before = told(job, "read");
        while (!told(job, "state").equals("done")) {
            Thread.sleep(100);
        }
        try (Connection connection = server.connect("imports");
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*), count(distinct subject) from profile where subject like 'killed-%'")) {
            count.next();
            System.out.printf(
                    "killed at %s of %d; in the end: read %s, accepted %s, rejected %s; versions %d of %d companies%n",
                    before, companies, told(job, "read"), told(job, "accepted"), told(job, "rejected"), count.getLong(1), count.getLong(2));
        }
    }

    private String send(String prefix, int companies) throws Exception {
        StringBuilder file = new StringBuilder();
        for (int number = 0; number < companies; number++) {
            file.append("{\"path\":\"/v1/companies/").append(prefix).append('-').append(number)
                    .append("\",\"body\":{\"kind\":\"company\",\"legalName\":\"").append(name(number))
                    .append(" Limited\",\"country\":\"GB\",\"identifiers\":[{\"scheme\":\"registration-number\",\"value\":\"").append(prefix).append(number)
                    .append("\"}],\"sources\":[{\"publisher\":\"Bench\",\"title\":\"Generated\",\"quote\":\"Generated\"}]}}\n");
        }
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/companies/imports?format=ndjson"))
                        .header("Authorization", "Bearer " + token())
                        .header("Content-Type", "application/x-ndjson")
                        .POST(HttpRequest.BodyPublishers.ofString(file.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    /** Two words of five letters. */
    private static String name(int number) {
        StringBuilder name = new StringBuilder();
        long left = number * 2_654_435_761L % 141_167_095_653_376L;
        for (int letter = 0; letter < 10; letter++) {
            name.append(letter == 5 ? " " : "").append((char) ('a' + left % 26));
            left /= 26;
        }
        return name.toString();
    }

    private String told(String job, String member) throws Exception {
        Matcher matcher = MEMBER.matcher(get(job));
        while (matcher.find()) {
            if (matcher.group(1).equals(member)) {
                return matcher.group(2);
            }
        }
        throw new IllegalStateException("no " + member);
    }

    private String get(String path) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private void start() throws Exception {
        Path key = directory.resolve("public.pem");
        Files.writeString(
                key,
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----\n");
        List<String> command = new ArrayList<>(List.of("java", "-Xmx512m"));
        access.configuration().forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.port=" + freePort(),
                "-Dcumulo.identity.public-key=" + key.toUri(),
                "-Dcumulo.search.complete-every=2s",
                "-jar",
                System.getProperty("service", "companies-service/target/quarkus-app/quarkus-run.jar")));
        service = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("service.log").toFile()))
                .start();
        while (true) {
            try {
                get("/v1/companies?limit=1");
                Thread.sleep(3_000);
                return;
            } catch (IOException notListeningYet) {
                Thread.sleep(200);
            }
        }
    }

    private String token() throws Exception {
        long now = System.currentTimeMillis() / 1000;
        String claims = "{\"iss\":\"cumulo-local\",\"aud\":\"cumulo\",\"sub\":\"bench\",\"upn\":\"bench\",\"groups\":[\"editor\"],\"iat\":" + now
                + ",\"exp\":" + (now + 3600) + "}";
        String signed = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(claims.getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.UTF_8));
        return signed + "." + encoded(signature.sign());
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
