package io.cumulo.disputes.ocds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.disputes.contract.StatedParty;
import io.cumulo.disputes.intake.OrganizationId;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who takes part, as a release tells it: companies by their keys, which are their identifiers, and organizations as they were stated. */
final class ReleaseParties {

    private final Optional<URI> base;
    private final Map<String, ObjectNode> organizations = new LinkedHashMap<>();
    private final Map<String, Set<String>> roles = new LinkedHashMap<>();

    ReleaseParties(List<StatedParty> stated, Optional<URI> base) {
        this.base = base;
        stated.forEach(this::add);
    }

    private void add(StatedParty party) {
        ObjectNode organization = Ocds.JSON.createObjectNode();
        ReleaseMapping.put(organization, "name", party.name());
        organization.put("id", party.id());
        if (party.identifier() != null) {
            ObjectNode identifier = Ocds.JSON.createObjectNode();
            ReleaseMapping.put(identifier, "scheme", party.identifier().scheme());
            ReleaseMapping.put(identifier, "id", party.identifier().id());
            ReleaseMapping.put(identifier, "legalName", party.identifier().legalName());
            if (party.identifier().uri() != null) {
                Presentable.address(party.identifier().uri()).ifPresent(uri -> identifier.put("uri", uri));
            }
            ReleaseMapping.put(organization, "identifier", identifier);
        }
        if (party.company() != null) {
            organization.putArray("additionalIdentifiers").add(identifier(party.company()));
        }
        organizations.put(party.id(), organization);
        roles.put(party.id(), new LinkedHashSet<>(party.roles()));
    }

    ObjectNode reference(StatedParty party) {
        return named(party.name() == null ? party.id() : party.name(), party.id());
    }

    /** A company in a role; our readable key is its name as far as this service knows. */
    ObjectNode reference(String company, String role) {
        organizations.computeIfAbsent(company, key -> {
            ObjectNode organization =
                    Ocds.JSON.createObjectNode().put("name", key).put("id", key);
            organization.set("identifier", identifier(key));
            return organization;
        });
        roles.computeIfAbsent(company, key -> new LinkedHashSet<>()).add(role);
        return named(company, company);
    }

    private static ObjectNode named(String name, String id) {
        return Ocds.JSON.createObjectNode().put("name", name).put("id", id);
    }

    private ObjectNode identifier(String company) {
        ObjectNode identifier =
                Ocds.JSON.createObjectNode().put("scheme", OrganizationId.OURS).put("id", company);
        base.ifPresent(address -> identifier.put(
                "uri", address.resolve("/v1/companies/" + company).toString()));
        return identifier;
    }

    ArrayNode all() {
        ArrayNode all = Ocds.JSON.createArrayNode();
        organizations.forEach((id, organization) -> {
            ArrayNode named = organization.putArray("roles");
            roles.get(id).forEach(named::add);
            all.add(organization);
        });
        return all;
    }
}
