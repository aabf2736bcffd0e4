package io.cumulo.companies.gleif;

import static io.cumulo.companies.gleif.GleifText.required;
import static io.cumulo.companies.gleif.GleifText.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.companies.exchange.KnownIdentifiers.Meant;
import io.cumulo.companies.exchange.ProfileDraft;
import io.cumulo.companies.exchange.ToldCompany;
import io.cumulo.companies.search.IdentifierBearers.Registered;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** A Level 1 record: who is who. What is known of the company from elsewhere stays; GLEIF's names and identifiers come beside. */
record GleifRecord(JsonNode element) implements ToldCompany {

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
            "eventGroups");

    String lei() {
        return required(attributes(), "lei");
    }

    @Override
    public Meant meant() {
        Registered lei = new Registered("lei", lei());
        return new Meant(legalName(), List.of(lei));
    }

    /** Whether it says of which company it is. */
    boolean isNamed() {
        return !text(attributes().path("lei")).isEmpty();
    }

    String legalName() {
        return required(entity().path("legalName"), "name");
    }

    /** The day on which the entity ended; empty while it goes on. */
    String endedOn() {
        return GleifText.day(entity().path("expiration").path("date"));
    }

    /** Why it ended, as GLEIF words it. */
    String endedBy() {
        return text(entity().path("expiration").path("reason"));
    }

    /** LEIs of those that came in its place. */
    Set<String> successors() {
        Set<String> successors = new TreeSet<>();
        successors.add(text(entity().path("successorEntity").path("lei")));
        entity().path("successorEntities").forEach(successor -> successors.add(text(successor.path("lei"))));
        successors.removeIf(lei -> lei.isEmpty() || lei.equals(lei()));
        return successors;
    }

    ObjectNode citation() {
        return GleifSource.citation(
                "LEI record " + lei(), lei(), attributes().path("registration").path("lastUpdateDate"));
    }

    /** The profile as a client would PUT it: with what was known of the company, or new. An entity that ended stays what it was. */
    @Override
    public ObjectNode body(Optional<JsonNode> known) {
        ProfileDraft draft = ProfileDraft.of(known).setMissing("kind", "company");
        GleifNames.add(draft, entity(), legalName());
        draft.setMissing("country", ProfileDraft.isCountry(country()) ? country() : "")
                .setMissing("foundedOn", GleifText.day(entity().path("creationDate")))
                .addIdentifier("lei", lei());
        for (String scheme : List.of("bic", "spglobal")) {
            attributes().path(scheme).forEach(value -> draft.addIdentifier(scheme, text(value)));
        }
        return draft.addIdentifier("ocid", text(attributes().path("ocid")))
                .addIdentifier("qcc", text(attributes().path("qcc")))
                .cite(citation())
                .body();
    }

    /** What the record says that isn't kept, by path. */
    @Override
    public List<String> unmapped() {
        List<String> paths = new ArrayList<>();
        UNMAPPED.stream()
                .filter(member -> tells(entity().path(member)))
                .forEach(member -> paths.add("lei-records/entity/" + member));
        if (!country().isEmpty() && !ProfileDraft.isCountry(country())) {
            paths.add("lei-records/entity/legalAddress/country/" + country());
        }
        paths.add("lei-records/registration");
        return paths;
    }

    private String country() {
        return text(entity().path("legalAddress").path("country"));
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
