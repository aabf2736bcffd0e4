import io.cumulo.kit.postgres.DatabaseAccess;
import io.cumulo.kit.postgres.PostgresServer;
import java.io.IOException;
import java.io.StringReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.postgresql.PGConnection;

/**
 * Times companies-service over HTTP with few and with many companies, one request at a time. Arguments: a directory for the data, which stays;
 * what to do (load, measure, all); the sizes, smallest first. See README.md beside it.
 */
public final class SearchBench {

    private static final int WARM_UP = 1_000;
    private static final int MEASURED = 2_000;
    private static final int LOADED_AT_ONCE = 20_000;
    private static final String COLUMNS = "version_id, subject, fact_id, revision, standing, preferred, sources, recorded_by, kind,"
            + " legal_name, names, country, identifiers";

    private static final Names NAMES = new Names();

    private final HttpClient client = HttpClient.newHttpClient();
    private final int size;
    private final int port;
    private final String database;
    private final PostgresServer server;

    private SearchBench(int size, int port, String database, PostgresServer server) {
        this.size = size;
        this.port = port;
        this.database = database;
        this.server = server;
    }

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        String task = arguments[1];
        int[] sizes = Arrays.stream(arguments).skip(2).mapToInt(Integer::parseInt).toArray();
        List<Process> services = new ArrayList<>();
        try (PostgresServer server =
                PostgresServer.durable(directory.resolve("postgres"), freePort(), directory.resolve("postgres.log"))) {
            List<SearchBench> benches = new ArrayList<>();
            for (int size : sizes) {
                String database = "companies" + (char) ('a' + benches.size());
                int port = freePort();
                services.add(start(directory, server.provide(database), port));
                SearchBench bench = new SearchBench(size, port, database, server);
                bench.await("select rules > 0 from search_index");
                bench.awaitAnswer();
                if (!task.equals("measure")) {
                    bench.fill();
                }
                benches.add(bench);
            }
            if (!task.equals("load")) {
                print(sizes, measure(benches));
            }
        } finally {
            for (Process service : services) {
                service.destroy();
                service.waitFor();
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Process start(Path directory, DatabaseAccess access, int port) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        Path key = directory.resolve("public.pem");
        Files.writeString(
                key,
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(generator.generateKeyPair().getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
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
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(access.name() + ".log").toFile())
                .start();
    }

    private void fill() throws Exception {
        long started = System.nanoTime();
        load();
        System.out.printf("%,d companies are loaded (%d s)%n", size, (System.nanoTime() - started) / 1_000_000_000);
        execute("update search_index set whole = 0, done = null");
        await("select whole = rules from search_index");
        execute("vacuum analyze");
        execute("checkpoint");
        System.out.printf("and indexed (%d s in all)%n", (System.nanoTime() - started) / 1_000_000_000);
    }

    private void load() throws Exception {
        try (Connection connection = server.connect(database)) {
            for (int start = 0; start < size; start += LOADED_AT_ONCE) {
                StringBuilder rows = new StringBuilder();
                for (int number = start; number < Math.min(start + LOADED_AT_ONCE, size); number++) {
                    rows.append(NAMES.row(number));
                }
                connection.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy profile (" + COLUMNS + ") from stdin", new StringReader(rows.toString()));
            }
        }
    }

    private void execute(String statement) throws Exception {
        try (Connection connection = server.connect(database);
                Statement running = connection.createStatement()) {
            running.execute(statement);
        }
    }

    private void await(String condition) throws Exception {
        while (true) {
            try (Connection connection = server.connect(database);
                    Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(condition)) {
                if (result.next() && result.getBoolean(1)) {
                    return;
                }
            } catch (java.sql.SQLException notMigratedYet) {
                // asked again below
            }
            Thread.sleep(500);
        }
    }

    private void awaitAnswer() throws Exception {
        while (true) {
            try {
                ask("/v1/companies?limit=1");
                return;
            } catch (IllegalStateException notListeningYet) {
                Thread.sleep(500);
            }
        }
    }

    /** A path to ask, and the registered name that should be among the answers. */
    private record Question(String path, String name) {}

    /** Microseconds, and the share of questions whose name was among the answers. */
    private record Figures(long median, long p95, double found) {}

    private Map<String, Function<Random, Question>> questions() {
        Map<String, Function<Random, Question>> questions = new LinkedHashMap<>();
        questions.put("q with a typo", random -> {
            int number = random.nextInt(size);
            return new Question("/v1/companies?limit=10&q=" + encoded(NAMES.misspelt(number, random)), NAMES.legalName(number));
        });
        questions.put("q as registered", random -> {
            int number = random.nextInt(size);
            return new Question("/v1/companies?limit=10&q=" + encoded(NAMES.legalName(number)), NAMES.legalName(number));
        });
        questions.put("suggest", random -> {
            int number = random.nextInt(size);
            String name = NAMES.legalName(number);
            String prefix = name.substring(0, Math.min(name.length(), 3 + random.nextInt(10))).strip();
            return new Question("/v1/companies/suggest?prefix=" + encoded(prefix), name);
        });
        questions.put("identifier", random -> {
            int number = random.nextInt(size / 10) * 10;
            return new Question("/v1/companies?identifier=" + encoded("lei:" + NAMES.lei(number)), NAMES.legalName(number));
        });
        questions.put("get by id", random -> {
            int number = random.nextInt(size);
            return new Question("/v1/companies/company-" + number, NAMES.legalName(number));
        });
        return questions;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Asks all of them in turn, so that whatever else the machine does slows all of them. */
    private static Map<String, List<Figures>> measure(List<SearchBench> benches) {
        Map<String, List<Figures>> table = new LinkedHashMap<>();
        for (String kind : benches.get(0).questions().keySet()) {
            Random random = new Random(20200420);
            long[][] micros = new long[benches.size()][MEASURED];
            int[] found = new int[benches.size()];
            for (int number = -WARM_UP; number < MEASURED; number++) {
                for (int index = 0; index < benches.size(); index++) {
                    SearchBench bench = benches.get(index);
                    Question question = bench.questions().get(kind).apply(random);
                    long started = System.nanoTime();
                    String answer = bench.ask(question.path());
                    if (number >= 0) {
                        micros[index][number] = (System.nanoTime() - started) / 1_000;
                        found[index] += answer.contains("\"legalName\":\"" + question.name() + "\"") ? 1 : 0;
                    }
                }
            }
            for (int index = 0; index < benches.size(); index++) {
                Arrays.sort(micros[index]);
                table.computeIfAbsent(kind, it -> new ArrayList<>())
                        .add(new Figures(
                                micros[index][MEASURED / 2],
                                micros[index][MEASURED * 95 / 100],
                                found[index] / (double) MEASURED));
            }
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

    private static void print(int[] sizes, Map<String, List<Figures>> table) {
        System.out.println("| | companies | median | p95 | the name among the answers |\n|---|---|---|---|---|");
        table.forEach((name, figures) -> {
            for (int index = 0; index < sizes.length; index++) {
                Figures one = figures.get(index);
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %,d | %.2f ms | %.2f ms | %.1f %% |%n",
                        name, sizes[index], one.median() / 1e3, one.p95() / 1e3, one.found() * 100);
            }
            Figures first = figures.get(0);
            Figures last = figures.get(figures.size() - 1);
            System.out.printf(
                    Locale.ROOT,
                    "| %s, ratio | | **%.2f** | **%.2f** | |%n",
                    name, last.median() / (double) first.median(), last.p95() / (double) first.p95());
        });
    }

    /** Names as registers have them: words of their own, some in thousands of names, and a legal form; the same for a number in every run. */
    private static final class Names {

        private static final int VOCABULARY = 400_000;
        private static final String[] SYLLABLES = ("ba be bi bo bra ca ce co cor da de del di do dra el en er fa fe fi flo ga ge go gra ha he hi in is ka ke ko"
                        + " la le li lo lu ma me mi mo mar na ne no nor o pa pe pi por ra re ri ro ron sa se si sol ster ta te ti to ton tra u va ve vi vo wa wi"
                        + " xa ya zen zo").split(" ");
        private static final String[] COMMON = ("group holding international global technology solutions services systems software capital partners trading"
                        + " consulting management industries energy media marketing logistics transport properties construction engineering medical foods"
                        + " products studio bank finance investments data digital cloud network").split(" ");
        private static final String[] FORMS = {"Ltd", "Limited", "Inc.", "LLC", "GmbH", "S.A.", "B.V.", "S.r.l.", "Co., Ltd.", "AG", "Oy", "AB", "Corp.", "PLC"};
        private static final String[] COUNTRIES = {"US", "GB", "DE", "FR", "CN", "JP", "ES", "IT", "NL", "SE", "IN", "BR"};
        private static final String HAN = "阿里巴云华为腾讯百度京东中国大海天地山水金银龙凤新明光远东西南北方正安达通信科技创未来";

        String legalName(int number) {
            Random random = random(number);
            StringBuilder name = new StringBuilder(own(random));
            if (random.nextInt(10) < 6) {
                name.append(' ').append(own(random));
            }
            for (int common = random.nextInt(3); common > 0; common--) {
                name.append(' ').append(capital(COMMON[(int) (COMMON.length * Math.pow(random.nextDouble(), 2))]));
            }
            return random.nextInt(10) < 8 ? name + " " + FORMS[random.nextInt(FORMS.length)] : name.toString();
        }

        private static Random random(int number) {
            return new Random(number * 0x9E3779B97F4A7C15L);
        }

        /** The word of a rank that is drawn by Zipf's law (an exponent of one), as words in names are. */
        private static String own(Random random) {
            int rank = (int) Math.pow(VOCABULARY, random.nextDouble());
            Random word = random(-rank);
            StringBuilder letters = new StringBuilder();
            for (int syllable = 2 + word.nextInt(3); syllable > 0; syllable--) {
                letters.append(SYLLABLES[word.nextInt(SYLLABLES.length)]);
            }
            return capital(letters.toString());
        }

        private static String capital(String word) {
            return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
        }

        /** The name with one slip in its longest word: a letter left out, doubled, changed or swapped with the next. */
        String misspelt(int number, Random random) {
            String name = legalName(number);
            String word = Arrays.stream(name.split(" ")).reduce("", (one, other) -> other.length() > one.length() ? other : one);
            int place = 1 + random.nextInt(Math.max(1, word.length() - 2));
            String head = word.substring(0, place);
            char letter = word.charAt(place);
            String slip = switch (random.nextInt(4)) {
                case 0 -> head + word.substring(place + 1);
                case 1 -> head + letter + word.substring(place);
                case 2 -> head + (char) ('a' + random.nextInt(26)) + word.substring(place + 1);
                default -> place + 1 < word.length() ? head + word.charAt(place + 1) + letter + word.substring(place + 2) : head;
            };
            return name.replace(word, slip);
        }

        String lei(int number) {
            return String.format(Locale.ROOT, "5299%014d00", number);
        }

        /** A line for COPY. Every tenth company has an LEI, every tenth a ticker, and every tenth a Chinese name. */
        String row(int number) {
            Random random = random(~number);
            String id = "company-" + number;
            String identifiers = switch (number % 10) {
                case 0 -> "[{\"scheme\":\"lei\",\"value\":\"" + lei(number) + "\"}]";
                case 1 -> "[{\"scheme\":\"ticker\",\"market\":\"XNYS\",\"value\":\"T" + number + "\"}]";
                default -> "[]";
            };
            StringBuilder han = new StringBuilder();
            for (int characters = number % 10 == 2 ? 2 + random.nextInt(4) : 0; characters > 0; characters--) {
                han.append(HAN.charAt(random.nextInt(HAN.length())));
            }
            String others = han.isEmpty() ? "[]" : "[{\"name\":\"" + han + "\",\"language\":\"zh\",\"script\":\"Hans\",\"type\":\"native\"}]";
            return String.join(
                            "\t",
                            new java.util.UUID((long) number << 16 | 0x7000, 0x8000000000000000L | number).toString(),
                            id, id, "1", "ASSERTED", "f",
                            "[{\"publisher\":\"Bench\",\"title\":\"Generated\",\"quote\":\"Generated\"}]",
                            "bench", number % 20 == 3 ? "BRAND" : "COMPANY", legalName(number), others,
                            COUNTRIES[random.nextInt(COUNTRIES.length)], identifiers)
                    + "\n";
        }
    }
}
