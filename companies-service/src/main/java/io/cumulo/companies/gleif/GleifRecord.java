package io.cumulo.companies.gleif;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A Level 1 record: who is who. What is known of the company from elsewhere stays; GLEIF's names and identifiers come beside. */
record GleifRecord(JsonNode element) {

    private static final Map<String, String> NAME_TYPES = Map.of(
            "PREVIOUS_LEGAL_NAME", "former",
            "TRADING_OR_OPERATING_NAME", "trading",
            "ALTERNATIVE_LANGUAGE_LEGAL_NAME", "translated",
            "AUTO_ASCII_TRANSLITERATED_LEGAL_NAME", "transliterated",
            "PREFERRED_ASCII_TRANSLITERATED_LEGAL_NAME", "transliterated");

    /** Members of the entity that a profile has no place for. */
    private static final List<String> UNMAPPED = List.of(
            "legalAddress",
            "headquartersAddress",
            "otherAddresses",
            "registeredAt",
            "registeredAs",
            "jurisdiction",
            "category",
            "subCategory",
            "legalForm",
            "associatedEntity",
            "successorEntity",
            "successorEntities",
            "eventGroups");

    String lei() {
        return attributes().path("lei").asText();
    }

    String legalName() {
        return entity().path("legalName").path("name").asText();
    }

    /** The profile as a client would PUT it: with what was known of the company, or new. */
    ObjectNode body(Optional<JsonNode> known) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        known.ifPresentOrElse(profile -> keep(profile, body), () -> body.put("kind", "company"));
        addNames(body, known);
        if (body.path("country").isMissingNode()) {
            put(body, "country", entity().path("legalAddress").path("country").asText());
        }
        if (body.path("foundedOn").isMissingNode()) {
            put(body, "foundedOn", GleifSource.day(entity().path("creationDate").asText("")));
        }
        addIdentifiers(body.withArray("identifiers"));
        String ended = entity().path("expiration").path("date").asText("");
        if (!ended.isEmpty() && body.path("validTo").isMissingNode()) {
            body.put("validTo", GleifSource.day(ended));
        }
        addOnce(
                body.withArray("sources"),
                GleifSource.citation(
                        "LEI record " + lei(),
                        lei(),
                        attributes().path("registration").path("lastUpdateDate").asText("")));
        return body;
    }

    /** What the record says that isn't kept, by path. */
    List<String> unmapped() {
        List<String> paths = new ArrayList<>();
        UNMAPPED.stream()
                .filter(member -> tells(entity().path(member)))
                .forEach(member -> paths.add("lei-records/entity/" + member));
        paths.add("lei-records/registration");
        return paths;
    }

    private static void keep(JsonNode known, ObjectNode body) {
        for (String member : List.of(
                "kind",
                "legalName",
                "names",
                "country",
                "identifiers",
                "sector",
                "foundedOn",
                "website",
                "validFrom",
                "validTo",
                "preferred",
                "sources")) {
            if (!known.path(member).isNull() && !known.path(member).isMissingNode()) {
                body.set(member, known.path(member).deepCopy());
            }
        }
    }

    private void addNames(ObjectNode body, Optional<JsonNode> known) {
        ArrayNode names = body.withArray("names");
        String knownName =
                known.map(profile -> profile.path("legalName").asText()).orElse(legalName());
        body.put("legalName", knownName);
        if (!knownName.equalsIgnoreCase(legalName())) {
            addName(names, entity().path("legalName"), "translated");
        }
        for (String member : List.of("otherNames", "transliteratedOtherNames")) {
            for (JsonNode name : entity().path(member)) {
                addName(names, name, NAME_TYPES.getOrDefault(name.path("type").asText(), "trading"));
            }
        }
    }

    private static void addName(ArrayNode names, JsonNode name, String type) {
        ObjectNode added = JsonNodeFactory.instance.objectNode();
        added.put("name", name.path("name").asText());
        put(added, "language", name.path("language").asText(""));
        added.put("type", type);
        boolean there = StreamSupport.stream(names.spliterator(), false).anyMatch(other -> other.path("name")
                .asText()
                .equalsIgnoreCase(added.path("name").asText()));
        if (!there) {
            names.add(added);
        }
    }

    private void addIdentifiers(ArrayNode identifiers) {
        addIdentifier(identifiers, "lei", lei());
        for (String scheme : List.of("bic", "spglobal")) {
            attributes().path(scheme).forEach(value -> addIdentifier(identifiers, scheme, value.asText()));
        }
        addIdentifier(identifiers, "ocid", attributes().path("ocid").asText(""));
        addIdentifier(identifiers, "qcc", attributes().path("qcc").asText(""));
    }

    static void addIdentifier(ArrayNode identifiers, String scheme, String value) {
        boolean there = StreamSupport.stream(identifiers.spliterator(), false)
                .anyMatch(known -> known.path("scheme").asText().equals(scheme)
                        && known.path("value").asText().equals(value));
        if (!value.isEmpty() && !there) {
            identifiers.addObject().put("scheme", scheme).put("value", value);
        }
    }

    /** GLEIF's newer word takes the place of its older one. */
    private static void addOnce(ArrayNode sources, ObjectNode citation) {
        for (int index = 0; index < sources.size(); index++) {
            if (sources.get(index).path("url").equals(citation.path("url"))) {
                sources.set(index, citation);
                return;
            }
        }
        sources.add(citation);
    }

    private static void put(ObjectNode body, String member, String value) {
        if (!value.isEmpty() && !value.equals("null")) {
            body.put(member, value);
        }
    }

    private static boolean tells(JsonNode value) {
        return value.isObject()
                ? StreamSupport.stream(value.spliterator(), false).anyMatch(GleifRecord::tells)
                : value.isArray() ? !value.isEmpty() : !value.isNull() && !value.isMissingNode();
    }

    private JsonNode attributes() {
        return element.path("attributes");
    }

    private JsonNode entity() {
        return attributes().path("entity");
    }
}
