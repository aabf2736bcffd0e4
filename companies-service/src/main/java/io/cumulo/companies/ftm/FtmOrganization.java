package io.cumulo.companies.ftm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** An organization of FollowTheMoney as a profile, and which of its properties a profile has no place for. */
record FtmOrganization(FtmEntity entity) {

    /** Under which we keep the dataset's own id. */
    static final String SCHEME = "ftm";

    /** Properties that are identifiers, with the scheme of each. */
    static final Map<String, String> IDENTIFIERS = Map.ofEntries(
            Map.entry("leiCode", "lei"),
            Map.entry("isinCode", "isin"),
            Map.entry("wikidataId", "wikidata"),
            Map.entry("registrationNumber", "registration-number"),
            Map.entry("dunsCode", "duns"),
            Map.entry("swiftBic", "bic"),
            Map.entry("ogrnCode", "ogrn"),
            Map.entry("innCode", "inn"),
            Map.entry("uniqueEntityId", "uei"));

    private static final Map<String, String> NAMES =
            Map.of("alias", "trading", "weakAlias", "short", "previousName", "former");

    private static final Set<String> TOLD = Set.of(
            "name", "country", "mainCountry", "website", "sector", "incorporationDate", "publisher", "sourceUrl");

    private static final Map<String, String> KINDS = Map.of("PublicBody", "public-body");

    String name() {
        return entity.first("name");
    }

    ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("kind", KINDS.getOrDefault(entity.schema(), "company"));
        body.put("legalName", name());
        ArrayNode names = body.putArray("names");
        entity.all("name").stream().skip(1).forEach(name -> add(names, name, "trading"));
        NAMES.forEach((property, type) -> entity.all(property).forEach(name -> add(names, name, type)));
        String country = entity.first("mainCountry").isEmpty() ? entity.first("country") : entity.first("mainCountry");
        put(body, "country", country.toUpperCase(Locale.ROOT));
        put(body, "website", entity.first("website"));
        put(body, "sector", entity.first("sector"));
        put(body, "foundedOn", entity.first("incorporationDate"));
        ArrayNode identifiers = body.putArray("identifiers");
        identifiers.addObject().put("scheme", SCHEME).put("value", entity.id());
        IDENTIFIERS.forEach((property, scheme) -> entity.all(property)
                .forEach(value -> identifiers.addObject().put("scheme", scheme).put("value", value)));
        body.putArray("sources").add(entity.citation(name()));
        return body;
    }

    /** Properties that are counted and left. */
    List<String> unmapped() {
        List<String> left = new ArrayList<>();
        entity.properties().fieldNames().forEachRemaining(property -> {
            if (!TOLD.contains(property) && !NAMES.containsKey(property) && !IDENTIFIERS.containsKey(property)) {
                left.add(entity.schema() + "/" + property);
            }
        });
        return left;
    }

    private static void add(ArrayNode names, String name, String type) {
        names.addObject().put("name", name).put("type", type);
    }

    private static void put(ObjectNode body, String member, String value) {
        if (!value.isEmpty()) {
            body.put(member, value);
        }
    }
}
