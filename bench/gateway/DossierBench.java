import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A dossier against the slowest of its parts, in one run: java bench/gateway/DossierBench.java [gateway] [company] [rounds]. Each round asks for the dossier and for every part once, one after the other,
 * so that what else the machine does falls on all of them alike. The dossier is asked for twice: as of today, so that it is kept as long as nothing is recorded, and as of a day that nobody has asked about, so that it
 * is composed.
 */
public class DossierBench {

    private static final String COMPOSED = " composed";

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public static void main(String[] arguments) throws Exception {
        String gateway = arguments.length > 0 ? arguments[0] : "http://127.0.0.1:8080";
        String company = arguments.length > 1 ? arguments[1] : "amazon";
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 100;
        String own = "/v1/companies/" + company;
        List<String> family = new ArrayList<>(List.of(company));
        Matcher members = Pattern.compile("\"company\":\"([^\"]+)\"").matcher(get(gateway + own + "/family"));
        while (members.find()) {
            family.add(members.group(1));
        }
        String about = "?limit=500&company=" + String.join("&company=", family);
        Map<String, List<Double>> millis = new LinkedHashMap<>();
        List<String> asked = new ArrayList<>(List.of("/v1/dossiers/" + company, own, own + "/family?limit=500", own + "/relationships?limit=500"));
        for (String facts : List.of("roles", "statements", "market-positions", "events")) {
            asked.add(own + "/family/" + facts + "?limit=500");
        }
        for (String list : List.of("commitments", "spending", "claims", "contracts")) {
            asked.add("/v1/" + list + about);
        }
        asked.add("/v1/disputes" + about.replace("500", "50") + "&include=docket");
        asked.add(1, asked.get(0) + COMPOSED);
        LocalDate day = LocalDate.now().minusDays(2L * rounds);
        for (int round = -rounds / 2; round < rounds; round++) {
            for (String path : asked) {
                get(gateway + (path.endsWith(COMPOSED) ? path.replace(COMPOSED, "?asOf=" + day.plusDays(round)) : path));
                if (round >= 0) {
                    millis.computeIfAbsent(path, first -> new ArrayList<>()).add(lastMillis);
                }
            }
        }
        double slowest = 0;
        for (String path : asked) {
            double p50 = p50(millis.get(path));
            slowest = path.startsWith(asked.get(0)) ? slowest : Math.max(slowest, p50);
            System.out.printf("%8.2f ms  %s%n", p50, path.length() > 90 ? path.substring(0, 90) + "…" : path);
        }
        System.out.printf(
                "dossier p50 is %.2f × the slowest of its %d parts where it is kept, %.2f × where it is composed (%d rounds)%n",
                p50(millis.get(asked.get(0))) / slowest,
                asked.size() - 2,
                p50(millis.get(asked.get(1))) / slowest,
                rounds);
    }

    private static double p50(List<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }

    private static double lastMillis;

    /** Whoever has asked too much waits, and asks again; what was refused isn't counted. */
    private static String get(String address) throws Exception {
        long start = System.nanoTime();
        HttpResponse<String> answer =
                CLIENT.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        lastMillis = (System.nanoTime() - start) / 1e6;
        if (answer.statusCode() == 429) {
            Thread.sleep(1000L * Long.parseLong(answer.headers().firstValue("Retry-After").orElse("1")));
            return get(address);
        }
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(address + " was answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }
}
