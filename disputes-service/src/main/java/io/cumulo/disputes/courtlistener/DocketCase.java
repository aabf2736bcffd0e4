package io.cumulo.disputes.courtlistener;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.disputes.intake.Entries;
import io.cumulo.disputes.intake.Forum;
import io.cumulo.disputes.intake.Keys;
import io.cumulo.disputes.intake.OrganizationId;
import io.cumulo.disputes.intake.Texts;
import io.cumulo.kit.problem.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The case that a docket is of. Parties are printed by name alone, which proves nothing: they stand as stated. */
final class DocketCase {

    private static final Set<String> MAPPED =
            Set.of("case_name", "court_id", "docket_number", "docket_entries", "parties");
    private static final int MAX_PARTIES = 500;

    private final JsonNode head;

    DocketCase(JsonNode head) {
        this.head = head;
    }

    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        for (String member : List.of("case_name", "court_id", "docket_number")) {
            if (Texts.text(head.path(member)).isEmpty()) {
                faults.add(Fault.at("/" + member, "must be text"));
            }
        }
        JsonNode parties = head.path("parties");
        if (!parties.isMissingNode() && !parties.isNull() && !parties.isArray()) {
            faults.add(Fault.at("/parties", "must be a list"));
        }
        return faults;
    }

    String key() {
        return Keys.of((head.path("court_id").asText() + "-"
                        + head.path("docket_number").asText())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[:.]", "-"));
    }

    String caption() {
        return Texts.cut(
                head.path("case_name").asText() + ", No. "
                        + head.path("docket_number").asText(),
                500);
    }

    Forum forum() {
        return Courts.forum(head.path("court_id").asText());
    }

    /** @param known companies, by their identifiers */
    ObjectNode body(Map<OrganizationId, String> known) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("title", Texts.cut(head.path("case_name").asText(), 500));
        body.put("kind", kind());
        forum().putInto(body, known);
        body.put("docketNumber", Texts.cut(head.path("docket_number").asText(), 100));
        Entries.day(head.path("date_filed")).ifPresent(day -> body.put("validFrom", day.text()));
        body.putArray("sources").add(source());
        return body;
    }

    private String kind() {
        String nature = head.path("nature_of_suit").asText("").toLowerCase(Locale.ROOT);
        if (nature.contains("protest")) {
            return "bid-protest";
        }
        return Courts.isOfAppeals(head.path("court_id").asText()) ? "appeal" : "lawsuit";
    }

    private ObjectNode source() {
        return source(caption(), caption());
    }

    /** The court's docket, in the words that it prints. */
    static ObjectNode source(String title, String quote) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("publisher", "PACER, the electronic records of the United States courts")
                .put("title", Texts.cut(title, 500))
                .put("language", "en")
                .put("quote", Texts.cut(quote, 4000));
    }

    Map<String, ObjectNode> litigants() {
        Map<String, ObjectNode> litigants = new LinkedHashMap<>();
        for (JsonNode party : head.path("parties")) {
            if (Texts.text(party.path("name")).isPresent() && litigants.size() < MAX_PARTIES) {
                ObjectNode body = JsonNodeFactory.instance.objectNode();
                Texts.put(body, "name", party.path("name"), 1000);
                body.put("role", Texts.cut(Texts.text(party.path("type")).orElse("party"), 200));
                body.putArray("sources")
                        .add(source(caption(), party.path("name").asText()));
                litigants.put(
                        Keys.of(body.path("role").asText() + "/"
                                + party.path("name").asText()),
                        body);
            }
        }
        return litigants;
    }

    List<String> unmapped() {
        return Entries.unmapped(head, MAPPED);
    }
}
