package io.cumulo.disputes.ocds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.disputes.intake.Values;
import java.util.List;

/** What our extension of the standard tells of a contract: what the standard has no place for, in the words of our own API. */
final class Extension {

    /** Where releases of ours have it. */
    static final String CONTRACT = "contract";

    /** Where a release of ours, or one that we give out, has what its first package says of itself. */
    static final String PUBLISHED_IN = "publishedIn";

    private static final List<String> WHOLE = List.of("options", "references", "succeeds");

    private Extension() {}

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
