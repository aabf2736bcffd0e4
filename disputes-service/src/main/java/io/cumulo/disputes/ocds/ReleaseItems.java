package io.cumulo.disputes.ocds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.disputes.contract.Item;
import io.cumulo.disputes.contract.Lot;
import java.util.List;

/** What is bought, as a release tells it. */
final class ReleaseItems {

    private ReleaseItems() {}

    static ArrayNode items(List<Item> items) {
        ArrayNode all = Ocds.JSON.createArrayNode();
        items.forEach(item -> {
            ObjectNode printed = all.addObject().put("id", item.id());
            ReleaseMapping.put(printed, "description", item.description());
            if (item.classification() != null) {
                ObjectNode classification = printed.putObject("classification");
                classification.put("scheme", item.classification().scheme());
                classification.put("id", item.classification().id());
                ReleaseMapping.put(
                        classification, "description", item.classification().description());
            }
            if (item.quantity() != null) {
                printed.put("quantity", item.quantity());
            }
            if (item.unit() != null) {
                ObjectNode unit = Ocds.JSON.createObjectNode();
                ReleaseMapping.put(unit, "scheme", item.unit().scheme());
                ReleaseMapping.put(unit, "id", item.unit().id());
                ReleaseMapping.put(unit, "name", item.unit().name());
                ReleaseMapping.put(unit, "value", item.unit().value());
                ReleaseMapping.put(printed, "unit", unit);
            }
            ReleaseMapping.put(printed, "relatedLot", item.lot());
        });
        return all;
    }

    /** By the standard's extension for lots. */
    static ArrayNode lots(List<Lot> lots) {
        ArrayNode all = Ocds.JSON.createArrayNode();
        lots.forEach(lot -> {
            ObjectNode printed = all.addObject().put("id", lot.id());
            ReleaseMapping.put(printed, "title", lot.title());
            ReleaseMapping.put(printed, "value", lot.value());
        });
        return all;
    }
}
