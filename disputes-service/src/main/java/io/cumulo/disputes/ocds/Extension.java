package io.cumulo.disputes.ocds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.disputes.intake.OrganizationId;
import io.cumulo.disputes.intake.Texts;
import io.cumulo.disputes.intake.Values;
import io.cumulo.kit.value.PartialDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What our extension of the standard tells of a contract: what the standard has no place for, in the words of our own API. */
final class Extension {

    /** Where releases of ours have it. */
    static final String CONTRACT = "contract";

    /** Where it has what the dockets of the disputes about the contract came to on its day: none of it can be taken back to entries. */
    static final String DISPUTES = "disputes";

    /** Where a release of ours, or one that we give out, has what its first package says of itself. */
    static final String PUBLISHED_IN = "publishedIn";

    private static final int MAX_REASON = 2000;
    private static final List<String> WHOLE = List.of("options", "references", "succeeds");

    private Extension() {}

    /** Who ended the contract before its term: the standard's status says neither that nor by whom. */
    static Optional<OrganizationId> terminatedBy(JsonNode told) {
        return Texts.text(termination(told).path("by")).map(key -> new OrganizationId(OrganizationId.OURS, key));
    }

    /** Its end as a fact; empty where it isn't told, or not by a known company. */
    static Optional<ObjectNode> termination(JsonNode told, Map<OrganizationId, String> known) {
        JsonNode ended = termination(told);
        return terminatedBy(told)
                .map(known::get)
                .filter(by -> isDate(ended.path("on")))
                .map(by -> {
                    ObjectNode body = Ocds.JSON.createObjectNode();
                    body.put("on", ended.path("on").asText()).put("by", by);
                    Texts.put(body, "reason", ended.path("reason"), MAX_REASON);
                    return body;
                });
    }

    private static JsonNode termination(JsonNode told) {
        return told.path(Ocds.EXTENSION).path(CONTRACT).path("termination");
    }

    private static boolean isDate(JsonNode stated) {
        try {
            return stated.isTextual() && new PartialDate(stated.textValue()).first() != null;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    /** Completes a contract's body with what the extension tells of it. */
    static void addTo(ObjectNode body, JsonNode told) {
        JsonNode ours = told.path(Ocds.EXTENSION).path(CONTRACT);
        if (ours.path("guaranteed").isObject()) {
            Values.money(ours.path("guaranteed"))
                    .ifPresent(money -> ((ObjectNode) body.path("value")).set("guaranteed", Values.json(money)));
        }
        if (ours.path("term").isObject()) {
            ObjectNode term = body.path("term") instanceof ObjectNode known ? known : body.putObject("term");
            ours.path("term").properties().forEach(member -> term.set(member.getKey(), member.getValue()));
        }
        WHOLE.stream().filter(ours::has).forEach(member -> body.set(member, ours.path(member)));
    }
}
