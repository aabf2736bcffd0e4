package io.cumulo.disputes.ocds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.disputes.intake.Texts;
import io.cumulo.disputes.intake.Values;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is bought, and the parts in which it is awarded. The tender's items are the contract's; where it has none, those of the awards or contracts are. */
final class ItemMapping {

    private static final int MAX_ITEMS = 2000;
    private static final int MAX_LOTS = 500;
    private static final int MAX_ID = 200;

    private ItemMapping() {}

    static ArrayNode items(JsonNode told) {
        List<JsonNode> items = Stream.of(
                        ContractMapping.list(told.path("tender").path("items")),
                        all(told.path("awards")),
                        all(told.path("contracts")))
                .filter(list -> !list.isEmpty())
                .findFirst()
                .orElse(List.of());
        ArrayNode mapped = Ocds.JSON.createArrayNode();
        Set<String> seen = new HashSet<>();
        items.stream()
                .filter(item -> item.path("id").asText().length() <= MAX_ID
                        && seen.add(item.path("id").asText()))
                .limit(MAX_ITEMS)
                .forEach(item -> mapped.add(item(item)));
        return mapped;
    }

    private static List<JsonNode> all(JsonNode parents) {
        return ContractMapping.list(parents).stream()
                .flatMap(parent -> ContractMapping.list(parent.path("items")).stream())
                .toList();
    }

    private static ObjectNode item(JsonNode item) {
        ObjectNode mapped =
                Ocds.JSON.createObjectNode().put("id", item.path("id").asText());
        Texts.put(mapped, "description", item.path("description"), 4000);
        JsonNode classification = item.path("classification");
        if (Texts.text(classification.path("scheme")).isPresent()
                && Texts.text(classification.path("id")).isPresent()) {
            ObjectNode listed = mapped.putObject("classification");
            Texts.put(listed, "scheme", classification.path("scheme"), 100);
            Texts.put(listed, "id", classification.path("id"), MAX_ID);
            Texts.put(listed, "description", classification.path("description"), 1000);
        }
        JsonNode quantity = item.path("quantity");
        if (quantity.isNumber() && fits(quantity.decimalValue())) {
            mapped.put("quantity", quantity.decimalValue());
        }
        JsonNode unit = item.path("unit");
        if (unit.isObject()) {
            ObjectNode measured = mapped.putObject("unit");
            Texts.put(measured, "scheme", unit.path("scheme"), 100);
            Texts.put(measured, "id", unit.path("id"), 100);
            Texts.put(measured, "name", unit.path("name"), 200);
            Values.money(unit.path("value")).ifPresent(price -> measured.set("value", Values.json(price)));
        }
        Texts.put(mapped, "lot", item.path("relatedLot"), MAX_ID);
        return mapped;
    }

    /** Twelve digits before the point, three behind it. */
    private static boolean fits(BigDecimal quantity) {
        return quantity.signum() >= 0
                && quantity.setScale(0, RoundingMode.DOWN).precision() <= 12
                && quantity.stripTrailingZeros().scale() <= 3;
    }

    static ArrayNode lots(JsonNode tender) {
        ArrayNode mapped = Ocds.JSON.createArrayNode();
        ContractMapping.list(tender.path("lots")).stream()
                .filter(lot -> lot.path("id").asText().length() <= MAX_ID)
                .limit(MAX_LOTS)
                .forEach(lot -> {
                    ObjectNode part =
                            mapped.addObject().put("id", lot.path("id").asText());
                    Texts.put(part, "title", lot.path("title"), 500);
                    Values.money(lot.path("value")).ifPresent(value -> part.set("value", Values.json(value)));
                });
        return mapped;
    }
}
