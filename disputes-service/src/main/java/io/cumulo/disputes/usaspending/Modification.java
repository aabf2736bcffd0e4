package io.cumulo.disputes.usaspending;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.disputes.intake.ContractFacts.Part;
import io.cumulo.disputes.intake.ContractFacts.PlacedPart;
import io.cumulo.disputes.intake.Entries;
import io.cumulo.disputes.intake.Keys;
import io.cumulo.disputes.intake.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A modification of an award as an amendment. What it obligates is told in words: what was obligated before and after it isn't published. */
final class Modification {

    private static final Set<String> MAPPED = Set.of(
            "id",
            "action_date",
            "action_type_description",
            "modification_number",
            "description",
            "federal_action_obligation");

    private static final int MAX_TEXT = 4000;
    private static final int PARTS = 8;

    private final JsonNode modification;

    /** @param modification in which {@link AwardCheck} found nothing wrong */
    Modification(JsonNode modification) {
        this.modification = modification;
    }

    /**
     * The contract that a transaction is about.
     *
     * @param id as CONT_TX_agency_parentAgency_piid_modification_parentPiid_transaction
     */
    static Optional<String> contractOf(String id) {
        String[] parts = id.split("_");
        return parts.length == PARTS && parts[0].equals("CONT") && parts[1].equals("TX")
                ? Optional.of(AwardKey.of(parts[4], parts[2], parts[6]))
                : Optional.empty();
    }

    String contract() {
        return contractOf(modification.path("id").asText()).orElseThrow();
    }

    PlacedPart part() {
        String number = modification.path("modification_number").asText();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("number", Texts.cut(number, 300));
        body.put("of", "contract");
        body.put(
                "on",
                Entries.day(modification.path("action_date")).orElseThrow().text());
        body.put("description", Texts.cut(description(), MAX_TEXT));
        String id = modification.path("id").asText();
        body.putArray("sources")
                .addObject()
                .put("publisher", "USAspending.gov")
                .put("title", Texts.cut("Modification " + number + " of " + contract(), 500))
                .put("language", "en")
                .put("quote", Texts.cut(id + ": " + description(), MAX_TEXT));
        return new PlacedPart(Part.AMENDMENT, Keys.of(id.toLowerCase(Locale.ROOT)), body);
    }

    private String description() {
        Optional<String> obligates =
                modification.path("federal_action_obligation").isNumber()
                        ? Optional.of("Obligates USD "
                                + modification
                                        .path("federal_action_obligation")
                                        .decimalValue()
                                        .toPlainString())
                        : Optional.empty();
        return Stream.of(
                        Texts.text(modification.path("action_type_description")),
                        obligates,
                        Texts.text(modification.path("description")))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(". "));
    }

    List<String> unmapped() {
        return Entries.unmapped(modification, MAPPED);
    }
}
