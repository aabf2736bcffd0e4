package io.cumulo.companies.gleif;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.companies.exchange.CompanyFacts;
import io.cumulo.companies.exchange.CompanyFacts.PlacedFact;
import io.cumulo.companies.exchange.CompanyImportResource;
import io.cumulo.companies.exchange.KnownIdentifiers;
import io.cumulo.companies.profile.Profile;
import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.fact.Written;
import io.cumulo.kit.imports.EntryReader;
import io.cumulo.kit.imports.ImportFormat;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Answers of the GLEIF API, version 1 (JSON:API): records, relationships, reporting exceptions, field modifications, ISINs. */
@ApplicationScoped
class GleifFormat implements ImportFormat {

    private static final String LEI = "lei";

    private final CompanyFacts facts;
    private final KnownIdentifiers known;
    private final ObjectMapper mapper;

    GleifFormat(CompanyFacts facts, KnownIdentifiers known, ObjectMapper mapper) {
        this.facts = facts;
        this.known = known;
        this.mapper = mapper;
    }

    @Override
    public String path() {
        return CompanyImportResource.PATH;
    }

    @Override
    public String name() {
        return "gleif";
    }

    @Override
    public EntryReader reader() {
        return new GleifElements(mapper);
    }

    @Override
    public Uni<Taken> take(String text, String editor) {
        JsonNode element = tree(text);
        return switch (element.path("type").asText()) {
            case "lei-records" -> record(new GleifRecord(element), editor);
            case "relationship-records" -> relationship(new GleifRelationship(element), editor);
            case "reporting-exceptions" -> exception(element, editor);
            case "field-modifications" -> modification(element, editor);
            case GleifElements.ISINS -> isins(element, editor);
            default ->
                Uni.createFrom()
                        .item(new Taken(false, List.of(element.path("type").asText("no type"))));
        };
    }

    private Uni<Taken> record(GleifRecord record, String editor) {
        return known.company(LEI, record.lei()).chain(found -> key(record, found)
                .chain(key -> facts.takeIn(new PlacedFact("/v1/companies/" + key, record.body(stated(found))), editor))
                .map(written -> taken(written, record.unmapped())));
    }

    private Uni<String> key(GleifRecord record, Optional<Fact<Profile>> found) {
        return found.isPresent()
                ? Uni.createFrom().item(found.get().id())
                : known.keyFor(record.legalName(), record.lei());
    }

    private Uni<Taken> relationship(GleifRelationship relationship, String editor) {
        if (relationship.type().isEmpty()) {
            return Uni.createFrom().item(new Taken(false, List.of("relationship-records/" + relationship.gleifType())));
        }
        return known.required(LEI, relationship.parent())
                .chain(parent -> known.required(LEI, relationship.child())
                        .chain(child -> facts.takeIn(
                                new PlacedFact(
                                        "/v1/companies/" + parent.id() + "/relationships/" + relationship.key(),
                                        relationship.body(child.id())),
                                editor)))
                .map(written -> taken(written, List.of()));
    }

    private Uni<Taken> exception(JsonNode element, String editor) {
        GleifStatement exception = GleifStatement.ofException(element);
        return about(exception, "reporting-exceptions", editor);
    }

    private Uni<Taken> modification(JsonNode element, String editor) {
        return about(GleifStatement.ofModification(element), "events", editor);
    }

    private Uni<Taken> about(GleifStatement statement, String kind, String editor) {
        return known.required(LEI, statement.lei())
                .chain(company -> facts.takeIn(
                        new PlacedFact(
                                "/v1/companies/" + company.id() + "/" + kind + "/" + statement.key(), statement.body()),
                        editor))
                .map(written -> taken(written, List.of()));
    }

    private Uni<Taken> isins(JsonNode element, String editor) {
        return known.required(LEI, element.path(LEI).asText())
                .chain(company -> facts.takeIn(
                        new PlacedFact(
                                "/v1/companies/" + company.id(),
                                GleifIsins.added(mapper.valueToTree(company), element)),
                        editor))
                .map(written -> taken(written, List.of()));
    }

    private Optional<JsonNode> stated(Optional<Fact<Profile>> found) {
        return found.map(fact -> mapper.valueToTree(fact));
    }

    private static Taken taken(Written<?> written, List<String> unmapped) {
        return new Taken(written.outcome() != Written.Outcome.UNCHANGED, unmapped);
    }

    private JsonNode tree(String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException wasReadBefore) {
            throw new IllegalStateException(wasReadBefore);
        }
    }
}
