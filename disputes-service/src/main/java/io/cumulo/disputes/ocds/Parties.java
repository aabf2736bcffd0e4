package io.cumulo.disputes.ocds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.disputes.contract.StatedParty;
import io.cumulo.disputes.intake.OrganizationId;
import io.cumulo.disputes.intake.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The organizations of a process as its releases state them: those of {@code parties} (1.1), and those that stand where they are spoken of (1.0), with
 * every role in which they are spoken of.
 */
final class Parties {

    static final int MAX_PARTIES = 1000;
    private static final int MAX_ID = 300;

    private final Map<String, Stated> byId = new LinkedHashMap<>();

    /** What is stated of an organization. */
    private record Stated(JsonNode organization, Set<String> roles) {}

    private Parties() {}

    static Parties in(JsonNode told) {
        Parties parties = new Parties();
        told.path("parties").forEach(party -> {
            parties.add(party, party.path("roles"));
        });
        parties.refer(told.path("buyer"), StatedParty.BUYER);
        parties.refer(told.path("tender").path("procuringEntity"), "procuringEntity");
        told.path("tender").path("tenderers").forEach(tenderer -> parties.refer(tenderer, "tenderer"));
        told.path("awards").forEach(award -> award.path("suppliers")
                .forEach(supplier -> parties.refer(supplier, StatedParty.SUPPLIER)));
        told.path("contracts").forEach(contract -> contract.path("implementation")
                .path("transactions")
                .forEach(transaction -> {
                    parties.refer(transaction.path("payer"), "payer");
                    parties.refer(transaction.path("payee"), "payee");
                }));
        return parties;
    }

    private void add(JsonNode party, JsonNode roles) {
        Set<String> named = new LinkedHashSet<>();
        roles.forEach(role -> named.add(role.asText()));
        id(party)
                .ifPresent(id -> byId.merge(id, new Stated(party, named), (first, second) -> {
                    first.roles().addAll(second.roles());
                    return first;
                }));
    }

    private void refer(JsonNode reference, String role) {
        if (reference.isObject()) {
            add(reference, Ocds.JSON.createArrayNode().add(role));
        }
    }

    /** What it is called within the process: its id; in older files its identifier, or its name. */
    static Optional<String> id(JsonNode organization) {
        JsonNode identifier = organization.path("identifier");
        String registered = (identifier.path("scheme").asText("") + "-"
                + identifier.path("id").asText(""));
        return Stream.of(
                        organization.path("id").asText(""),
                        identifier.path("id").asText("").isBlank() ? "" : registered,
                        organization.path("name").asText(""))
                .map(String::strip)
                .filter(id -> !id.isEmpty() && !id.equals("null"))
                .map(id -> Texts.cut(id, MAX_ID))
                .findFirst();
    }

    boolean hasBuyer() {
        return byId.values().stream().anyMatch(stated -> stated.roles().contains(StatedParty.BUYER));
    }

    /** What registers call them: buyers and suppliers first, for not every one of many is looked up. */
    List<OrganizationId> identifiers() {
        List<OrganizationId> first = new ArrayList<>();
        List<OrganizationId> rest = new ArrayList<>();
        byId.values().forEach(stated -> {
            boolean counts =
                    stated.roles().contains(StatedParty.BUYER) || stated.roles().contains(StatedParty.SUPPLIER);
            identifiers(stated.organization()).forEach((counts ? first : rest)::add);
        });
        first.addAll(rest);
        return first;
    }

    private static Stream<OrganizationId> identifiers(JsonNode organization) {
        List<JsonNode> all = new ArrayList<>();
        all.add(organization.path("identifier"));
        organization.path("additionalIdentifiers").forEach(all::add);
        return all.stream()
                .filter(identifier -> identifier.path("scheme").isTextual()
                        && identifier.path("id").isValueNode()
                        && !identifier.path("id").isNull())
                .map(identifier -> new OrganizationId(
                        identifier.path("scheme").asText(),
                        identifier.path("id").asText()));
    }

    /** The company that an organization with this id is. */
    Optional<String> company(String id, Map<OrganizationId, String> known) {
        Stated stated = byId.get(id);
        return stated == null
                ? Optional.empty()
                : identifiers(stated.organization())
                        .map(known::get)
                        .flatMap(Stream::ofNullable)
                        .findFirst();
    }

    /** Ids of those with a role. */
    List<String> with(String role) {
        return byId.entrySet().stream()
                .filter(party -> party.getValue().roles().contains(role))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** As a contract states them. */
    ArrayNode stated(Map<OrganizationId, String> known) {
        ArrayNode parties = Ocds.JSON.createArrayNode();
        byId.entrySet().stream().limit(MAX_PARTIES).forEach(party -> {
            JsonNode organization = party.getValue().organization();
            ObjectNode stated = parties.addObject().put("id", party.getKey());
            Texts.put(stated, "name", organization.path("name"), 1000);
            JsonNode identifier = organization.path("identifier");
            if (identifier.isObject() && !identifier.isEmpty()) {
                ObjectNode registered = stated.putObject("identifier");
                Texts.put(registered, "scheme", identifier.path("scheme"), 200);
                Texts.put(registered, "id", identifier.path("id"), 300);
                Texts.put(registered, "legalName", identifier.path("legalName"), 1000);
                Texts.put(registered, "uri", identifier.path("uri"), 2000);
            }
            ArrayNode roles = stated.putArray("roles");
            party.getValue().roles().stream()
                    .filter(role -> !role.isBlank() && role.length() <= 60)
                    .limit(30)
                    .forEach(roles::add);
            company(party.getKey(), known).ifPresent(company -> stated.put("company", company));
        });
        return parties;
    }
}
