package io.cumulo.companies.ftm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.companies.exchange.CompanyExportResource.ExportFormat;
import io.cumulo.companies.exchange.CompanyFacts.PlacedFact;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Companies, who owns them and who leads them, as FollowTheMoney's entities; what its model has no schema for is left out. */
@ApplicationScoped
class FtmExport implements ExportFormat {

    private static final Map<String, String> SCHEMATA =
            Map.of("company", "Company", "public-body", "PublicBody", "court", "PublicBody");

    private static final Map<String, String> NAMES = Map.of("former", "previousName", "short", "weakAlias");

    @Override
    public String name() {
        return "ftm";
    }

    @Override
    public List<ObjectNode> lines(List<PlacedFact> facts) {
        List<ObjectNode> lines = new ArrayList<>();
        facts.forEach(fact -> lines.addAll(lines(fact)));
        return lines;
    }

    private static List<ObjectNode> lines(PlacedFact fact) {
        String[] path = fact.path().substring("/v1/companies/".length()).split("/");
        if (path.length == 1) {
            return List.of(organization(path[0], fact.body()));
        }
        return switch (path[1]) {
            case "relationships" ->
                ownership(path[0], path[2], fact.body()).stream().toList();
            case "roles" -> directorship(path[0], path[2], fact.body());
            default -> List.of();
        };
    }

    private static ObjectNode organization(String key, JsonNode company) {
        ObjectNode line = entity(key, SCHEMATA.getOrDefault(company.path("kind").asText(), "Organization"));
        ObjectNode properties = line.putObject("properties");
        add(properties, "name", company.path("legalName").asText());
        for (JsonNode name : company.path("names")) {
            add(
                    properties,
                    NAMES.getOrDefault(name.path("type").asText(), "alias"),
                    name.path("name").asText());
        }
        add(properties, "country", company.path("country").asText("").toLowerCase(Locale.ROOT));
        add(properties, "website", company.path("website").asText(""));
        add(properties, "sector", company.path("sector").asText(""));
        add(properties, "incorporationDate", company.path("foundedOn").asText(""));
        boolean isCompany = line.path("schema").asText().equals("Company");
        for (JsonNode identifier : company.path("identifiers")) {
            property(identifier.path("scheme").asText(), isCompany)
                    .ifPresent(property ->
                            add(properties, property, identifier.path("value").asText()));
        }
        addSources(properties, company);
        return line;
    }

    private static Optional<String> property(String scheme, boolean isCompany) {
        return switch (scheme) {
            case "lei" -> Optional.of("leiCode");
            case "wikidata" -> Optional.of("wikidataId");
            case "registration-number" -> Optional.of("registrationNumber");
            case "isin" -> isCompany ? Optional.of("isinCode") : Optional.empty();
            case "ticker" -> isCompany ? Optional.of("ticker") : Optional.empty();
            case "cik" -> isCompany ? Optional.of("cikCode") : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<ObjectNode> ownership(String owner, String key, JsonNode relationship) {
        if (!relationship.path("type").asText().equals("parent-of")) {
            return Optional.empty();
        }
        ObjectNode line = entity(owner + "-owns-" + key, "Ownership");
        ObjectNode properties = line.putObject("properties");
        add(properties, "owner", owner);
        add(properties, "asset", relationship.path("to").asText());
        add(properties, "percentage", relationship.path("percentage").asText(""));
        addInterval(properties, relationship);
        return Optional.of(line);
    }

    private static List<ObjectNode> directorship(String company, String key, JsonNode role) {
        ObjectNode person = entity(company + "-person-" + key, "Person");
        add(person.putObject("properties"), "name", role.path("person").asText());
        ObjectNode line = entity(company + "-role-" + key, "Directorship");
        ObjectNode properties = line.putObject("properties");
        add(properties, "director", person.path("id").asText());
        add(properties, "organization", company);
        add(properties, "role", role.path("title").asText());
        addInterval(properties, role);
        return List.of(person, line);
    }

    private static void addInterval(ObjectNode properties, JsonNode fact) {
        add(properties, "startDate", fact.path("validFrom").asText(""));
        add(properties, "endDate", fact.path("validTo").asText(""));
        addSources(properties, fact);
    }

    private static void addSources(ObjectNode properties, JsonNode fact) {
        for (JsonNode source : fact.path("sources")) {
            add(properties, "publisher", source.path("publisher").asText());
            add(properties, "sourceUrl", source.path("url").asText(""));
        }
    }

    private static ObjectNode entity(String id, String schema) {
        return JsonNodeFactory.instance.objectNode().put("id", id).put("schema", schema);
    }

    /** Each value once. */
    private static void add(ObjectNode properties, String property, String value) {
        ArrayNode values = properties.withArray(property);
        for (JsonNode known : values) {
            if (known.asText().equals(value)) {
                return;
            }
        }
        if (!value.isEmpty() && !value.equals("null")) {
            values.add(value);
        }
        if (values.isEmpty()) {
            properties.remove(property);
        }
    }
}
