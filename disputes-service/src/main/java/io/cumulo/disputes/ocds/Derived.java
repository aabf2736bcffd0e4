package io.cumulo.disputes.ocds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.disputes.intake.ContractFacts.PlacedPart;
import io.cumulo.disputes.intake.Digest;
import io.cumulo.disputes.intake.OrganizationId;
import io.cumulo.kit.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What new releases of a process make known of a contract that wasn't known before: how it was from each of their days on, and the facts about it, each by the
 * release that told it so. What an editor has set right since stays as it is.
 *
 * @param contract bodies as clients would PUT them, the latest last; no two hold on one day
 */
record Derived(List<ObjectNode> contract, List<PlacedPart> parts) {

    /** A release that comes before others may change how the contract was after each of them. */
    private static final long MAX_CHARACTERS = 8L << 20;

    private static final String NEVER = "9999-99-99";

    Derived {
        contract = List.copyOf(contract);
        parts = List.copyOf(parts);
    }

    /**
     * Until the first new release nothing changes: from there on it is gone through without the new releases and with them.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when it is more than can be recorded at once
     */
    static Derived ofNews(List<Release> known, List<Release> news, Map<OrganizationId, String> companies) {
        List<Release> before = Process.merged(known);
        List<Release> after =
                Process.merged(Stream.concat(known.stream(), news.stream()).toList());
        int first = firstDifference(before, after);
        Derivation common = new Derivation(companies);
        after.subList(0, first).forEach(release -> common.add(release, same -> {}));

        List<Span> spans = new ArrayList<>();
        Derivation was = common.copy();
        before.subList(first, before.size()).forEach(release -> was.add(release, body -> spans.add(Span.of(body))));
        was.last().ifPresent(body -> spans.add(Span.of(body)));

        News told = new News(spans);
        after.subList(first, after.size()).forEach(release -> common.add(release, told::take));
        common.last().ifPresent(told::take);
        Set<PlacedPart> parts = new HashSet<>(was.parts());
        return new Derived(
                told.bodies,
                common.parts().stream().filter(part -> !parts.contains(part)).toList());
    }

    private static int firstDifference(List<Release> before, List<Release> after) {
        int first = 0;
        while (first < before.size() && before.get(first).equals(after.get(first))) {
            first++;
        }
        return first;
    }

    /** Bodies that weren't known for all of their days. */
    private static final class News {
        private final List<Span> known;
        private final List<ObjectNode> bodies = new ArrayList<>();
        private long characters;

        News(List<Span> known) {
            this.known = known;
        }

        void take(ObjectNode body) {
            Span span = Span.of(body);
            if (known.stream().anyMatch(other -> other.holdsThroughout(span))) {
                return;
            }
            characters += Ocds.text(body).length();
            if (characters > MAX_CHARACTERS) {
                throw Problem.NOT_ALLOWED_NOW.because(
                        "These releases tell more of the contract than is taken in at once: hand them in one by one, the earliest first");
            }
            bodies.add(body);
        }
    }

    /**
     * How long a body holds.
     *
     * @param digest of what it says beside
     */
    private record Span(String from, String to, String digest) {

        static Span of(ObjectNode body) {
            ObjectNode rest = Ocds.JSON.createObjectNode();
            rest.setAll(body);
            rest.remove(List.of("validFrom", "validTo"));
            return new Span(
                    body.path("validFrom").asText(), body.path("validTo").asText(NEVER), Digest.of(rest));
        }

        boolean holdsThroughout(Span other) {
            return from.compareTo(other.from) <= 0 && to.compareTo(other.to) >= 0 && digest.equals(other.digest);
        }
    }
}
