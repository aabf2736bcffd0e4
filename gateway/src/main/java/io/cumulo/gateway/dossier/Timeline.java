package io.cumulo.gateway.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.kit.value.PartialDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Everything dated in a dossier, in the order in which it happened. */
final class Timeline {

    private static final Function<PartialDate, LocalDate> BEGINS = PartialDate::first;

    /** What held until a date held on the last day that the date can mean. */
    private static final Function<PartialDate, LocalDate> ENDS = PartialDate::last;

    private final List<Entry> entries = new ArrayList<>();

    private final Map<String, JsonNode> docket;

    private Timeline(Map<String, JsonNode> docket) {
        this.docket = docket;
    }

    /**
     * The entries by day; those of one day in the order of the items. What comes after the day that is asked about is left out, as an end that is
     * known beforehand: the services leave out what they know of later days too.
     *
     * @param docket entries of dockets by their paths
     * @return for each: on (as precise as stated), precision, type, text, ref, sources, and through where the item has it
     */
    static List<ObjectNode> of(List<Item> items, Map<String, JsonNode> docket, LocalDate asOf) {
        Timeline timeline = new Timeline(docket);
        items.forEach(timeline::add);
        return timeline.entries.stream()
                .filter(entry -> !entry.day().isAfter(asOf))
                .sorted(Comparator.comparing(Entry::day))
                .map(Entry::body)
                .toList();
    }

    private record Entry(LocalDate day, ObjectNode body) {}

    private void add(Item item) {
        JsonNode body = item.body();
        switch (item.section()) {
            case ROLES -> addInterval(item, "role", text(body, "person") + ", " + text(body, "title"));
            case RELATIONSHIPS -> addInterval(item, "relationship", text(body, "type") + " " + text(body, "to"));
            case STATEMENTS -> add(item, item.ref(), body, "on", BEGINS, "statement", text(body, "words"));
            case EVENTS -> add(item, item.ref(), body, "on", BEGINS, "event", text(body, "title"));
            case COMMITMENTS ->
                add(item, item.ref(), body, "announcedOn", BEGINS, "commitment-announced", text(body, "title"));
            case SPENDING -> add(item, item.ref(), body, "filedOn", BEGINS, "spending-reported", spent(body));
            case CLAIMS -> body.path("corrections").forEach(correction -> addCorrection(item, correction));
            case CONTRACTS -> addContract(item);
            case DISPUTES -> body.path("docket").forEach(entry -> addDocketEntry(item, entry));
            case MARKET_POSITIONS -> {
                // of a period, not of a day
            }
        }
    }

    private static String spent(JsonNode reported) {
        JsonNode amount = reported.path("amount");
        return String.join(
                " ",
                text(reported, "measure"),
                text(reported, "year"),
                text(amount, "amount"),
                text(amount, "currency"));
    }

    private void addInterval(Item item, String type, String text) {
        add(item, item.ref(), item.body(), "validFrom", BEGINS, type + "-began", text);
        add(item, item.ref(), item.body(), "validTo", ENDS, type + "-ended", text);
    }

    private void addCorrection(Item claim, JsonNode correction) {
        String ref = claim.ref() + "/corrections/" + text(correction, "id");
        add(claim, ref, correction, "on", BEGINS, "correction", text(correction, "text"));
    }

    private void addContract(Item contract) {
        JsonNode body = contract.body();
        String title = text(body, "title");
        add(contract, contract.ref(), body, "awardedOn", BEGINS, "contract-awarded", title);
        for (JsonNode suspension : body.path("suspensions")) {
            addOrder(contract, suspension, "from", suspension.at("/orderedBy/0"), "contract-suspended");
            addOrder(contract, suspension, "to", suspension.path("liftedBy"), "contract-resumed");
        }
        JsonNode termination = body.path("termination");
        String ref = contract.ref() + "/termination";
        add(contract, ref, termination, "on", BEGINS, "contract-terminated", text(termination, "reason"));
    }

    /** A suspension has no sources of its own: those of the docket entry that ordered or lifted it speak for it. */
    private void addOrder(Item contract, JsonNode suspension, String member, JsonNode entry, String type) {
        ObjectNode dated = JsonNodeFactory.instance.objectNode();
        dated.set(member, suspension.path(member));
        dated.set(
                "sources",
                docket.getOrDefault(entry.asText(), MissingNode.getInstance()).path("sources"));
        String ref = entry.isTextual() ? entry.asText() : contract.ref();
        add(contract, ref, dated, member, BEGINS, type, text(contract.body(), "title"));
    }

    private void addDocketEntry(Item dispute, JsonNode entry) {
        add(dispute, dispute.docketRef(entry), entry, "on", BEGINS, text(entry, "kind"), text(entry, "text"));
    }

    private void add(
            Item item,
            String ref,
            JsonNode dated,
            String member,
            Function<PartialDate, LocalDate> day,
            String type,
            String text) {
        date(dated.path(member)).ifPresent(on -> {
            ObjectNode entry = JsonNodeFactory.instance.objectNode();
            entry.put("on", on.text()).put("precision", precision(on));
            entry.put("type", type).put("text", text).put("ref", ref);
            entry.set("sources", dated.path("sources").isArray() ? dated.path("sources") : entry.arrayNode());
            if (item.body().has("through")) {
                entry.set("through", item.body().get("through"));
            }
            entries.add(new Entry(day.apply(on), entry));
        });
    }

    private static String precision(PartialDate date) {
        return switch (date.text().length()) {
            case 4 -> "year";
            case 7 -> "month";
            default -> "day";
        };
    }

    private static Optional<PartialDate> date(JsonNode value) {
        try {
            return value.isTextual() ? Optional.of(new PartialDate(value.asText())) : Optional.empty();
        } catch (IllegalArgumentException notADate) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode body, String member) {
        return body.path(member).asText("");
    }
}
