package io.cumulo.gateway.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.gateway.reading.Listing;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The shape of a dossier: what was gathered, one timeline of it, all its sources, and what is missing. */
final class Dossier {

    private Dossier() {}

    static ObjectNode of(Question question, Parts parts) {
        ObjectNode dossier = JsonNodeFactory.instance.objectNode();
        dossier.put("company", question.company());
        dossier.put("asOf", question.moment().asOf().toString());
        dossier.put("knownAt", question.moment().knownAt().map(Object::toString).orElse(null));
        dossier.put("in", question.in().orElse(null));
        dossier.set("profile", parts.profile());
        addFamily(dossier.putArray("family"), parts);
        Selection selection = question.selection();
        for (Section section : Section.values()) {
            if (selection.shows(section.member())) {
                ArrayNode list = dossier.putArray(section.member());
                parts.in(section).forEach(item -> list.add(item.body()));
            }
        }
        List<Item> told = told(selection, parts);
        if (selection.shows(Selection.SECURITIES)) {
            addSecurities(dossier.putArray(Selection.SECURITIES), parts);
        }
        if (selection.shows(Selection.TIMELINE)) {
            dossier.putArray(Selection.TIMELINE)
                    .addAll(Timeline.of(told, parts.docket(), question.moment().asOf()));
        }
        if (selection.shows(Selection.SOURCES)) {
            dossier.putArray(Selection.SOURCES)
                    .addAll(Sources.of("/v1/companies/" + question.company(), parts.profile(), told, parts.orders()));
        }
        addMissing(dossier.putArray("truncated"), dossier.putArray("incomplete"), parts);
        return dossier;
    }

    private static List<Item> told(Selection selection, Parts parts) {
        Stream<Item> lists = parts.items().stream().filter(item -> selection.tells(item.section()));
        Stream<Item> bonds = selection.tellsBondsAlone()
                ? parts.in(Section.DISPUTES).stream().map(Dossier::bondsOf)
                : Stream.of();
        return Stream.concat(lists, bonds).toList();
    }

    /** Of a dispute no more than what its docket says of bonds. */
    private static Item bondsOf(Item dispute) {
        ObjectNode body = dispute.body().deepCopy().retain("id", "through");
        ArrayNode docket = body.putArray("docket");
        for (JsonNode entry : dispute.body().path("docket")) {
            if (entry.path("kind").asText().startsWith("security-")) {
                docket.add(entry);
            }
        }
        return new Item(Section.DISPUTES, dispute.ref(), body);
    }

    private static void addFamily(ArrayNode family, Parts parts) {
        for (Member member : parts.family()) {
            family.addObject().put("company", member.company()).put("relationship", member.relationship());
        }
    }

    /** Each bond with the dispute it was ordered in, and the sources of the entry that ordered it. */
    private static void addSecurities(ArrayNode securities, Parts parts) {
        Map<String, JsonNode> docket = parts.docket();
        for (Item dispute : parts.in(Section.DISPUTES)) {
            for (JsonNode security : dispute.body().path("securities")) {
                ObjectNode told = securities.addObject();
                told.set("dispute", dispute.body().path("id"));
                security.properties().forEach(member -> told.set(member.getKey(), member.getValue()));
                String order =
                        dispute.ref() + "/docket/" + security.path("orderedBy").asText();
                JsonNode sources =
                        docket.getOrDefault(order, MissingNode.getInstance()).path("sources");
                told.set("sources", sources.isArray() ? sources : told.arrayNode());
                if (dispute.body().has("through")) {
                    told.set("through", dispute.body().get("through"));
                }
            }
        }
    }

    private static void addMissing(ArrayNode truncated, ArrayNode incomplete, Parts parts) {
        for (Listing listing : parts.listings()) {
            if (listing.truncated()) {
                truncated.addObject().put("part", listing.part()).put("ref", listing.path());
            }
            listing.failure().ifPresent(reason -> incomplete
                    .addObject()
                    .put("part", listing.part())
                    .put("ref", listing.path())
                    .put("reason", reason.wireName()));
        }
    }
}
