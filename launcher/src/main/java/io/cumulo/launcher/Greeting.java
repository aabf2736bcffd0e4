package io.cumulo.launcher;

import java.util.ArrayList;
import java.util.List;

/** What a newcomer sees when the platform stands. */
final class Greeting {

    private Greeting() {}

    static List<String> lines(Settings settings) {
        String gateway = "http://localhost:" + settings.gateway().port();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Cumulo stands at " + gateway);
        for (Program program : settings.programs()) {
            lines.add(String.format(
                    java.util.Locale.ROOT,
                    "  %-12s http://localhost:%d   health and metrics: http://localhost:%d/q/health, /q/metrics",
                    program.name(),
                    program.port(),
                    program.managementPort()));
        }
        lines.add("Worth trying:");
        lines.add("  curl '" + gateway + "/v1/dossiers/amazon'");
        lines.add("  curl '" + gateway + "/v1/dossiers/microsoft?asOf=2020-04-24'");
        lines.add("  curl '" + gateway + "/v1/dossiers/alibaba-group?in=EUR'");
        lines.add("  curl '" + gateway + "/v1/contracts/jedi?asOf=2020-04-24'");
        lines.add("  curl '" + gateway + "/v1/claims?company=alibaba-group'");
        lines.add("Writing needs a token: ./cumulo token editor");
        return lines;
    }
}
