package io.cumulo.companies.gleif;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.companies.exchange.CompanyFacts;
import io.cumulo.companies.exchange.CompanyFacts.PlacedFact;
import io.cumulo.companies.exchange.CompanyImportResource;
import io.cumulo.companies.exchange.KnownIdentifiers;
import io.cumulo.companies.exchange.ToldCompanies;
import io.cumulo.kit.fact.Written;
import io.cumulo.kit.imports.EntryReader;
import io.cumulo.kit.imports.ImportFormat;
import io.cumulo.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Answers of the GLEIF API, version 1 (JSON:API): records, relationships, reporting exceptions, field modifications, ISINs. */
@ApplicationScoped
class GleifFormat implements ImportFormat {

    private static final String LEI = "lei";

    private final CompanyFacts facts;
    private final KnownIdentifiers known;
    private final ToldCompanies companies;
    private final ObjectMapper mapper;

    GleifFormat(CompanyFacts facts, KnownIdentifiers known, ToldCompanies companies, ObjectMapper mapper) {
        this.facts = facts;
        this.known = known;
        this.companies = companies;
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
        if (!element.path("type").isTextual()) {
            throw Problem.MALFORMED_BODY.because("The element has no type: it is no resource of JSON:API");
        }
        return switch (element.path("type").asText()) {
            case "lei-records" -> record(new GleifRecord(element), editor);
            case GleifElements.SUCCESSION -> succession(new GleifSuccession(element), editor);
            case "relationship-records" -> relationship(new GleifRelationship(element), editor);
            case "reporting-exceptions" ->
                about(GleifStatement.ofException(element), "reporting-exceptions", editor)
                        .map(GleifFormat::taken);
            case "field-modifications" -> modification(new GleifModification(element), editor);
            case GleifElements.ISINS -> isins(element, editor);
            default ->
                Uni.createFrom()
                        .item(new Taken(false, List.of(element.path("type").asText())));
        };
    }

    @Override
    public int together() {
        return 100;
    }

    /** Records of companies that go on at once, as files of the register are full of them. */
    @Override
    public Uni<List<Taken>> takeTogether(List<Piece> pieces, String editor) {
        List<JsonNode> elements =
                pieces.stream().map(piece -> tree(piece.text())).toList();
        if (!elements.stream().allMatch(element -> element.path("type").asText().equals("lei-records"))) {
            return ImportFormat.super.takeTogether(pieces, editor);
        }
        List<GleifRecord> records = elements.stream().map(GleifRecord::new).toList();
        return companies.areApart(records)
                        && records.stream().allMatch(record -> record.endedOn().isEmpty())
                ? companies.takeIn(records, editor)
                : ImportFormat.super.takeTogether(pieces, editor);
    }

    private Uni<Taken> record(GleifRecord record, String editor) {
        return companies.takeIn(record, editor).chain(taken -> expiration(record, editor)
                .map(ended -> new Taken(taken.changed() || ended, taken.unmapped())));
    }

    private Uni<Boolean> expiration(GleifRecord record, String editor) {
        return record.endedOn().isEmpty()
                ? Uni.createFrom().item(false)
                : about(GleifStatement.ofExpiration(record), "events", editor).map(GleifFormat::changed);
    }

    private Uni<Taken> succession(GleifSuccession succession, String editor) {
        return known.required(LEI, succession.predecessor())
                .chain(predecessor -> known.required(LEI, succession.successor())
                        .chain(successor -> facts.takeIn(
                                new PlacedFact(
                                        path(predecessor.id()) + "/relationships/" + succession.key(),
                                        succession.body(successor.id())),
                                editor)))
                .map(GleifFormat::taken);
    }

    private Uni<Taken> relationship(GleifRelationship relationship, String editor) {
        if (relationship.type().isEmpty()) {
            return Uni.createFrom().item(new Taken(false, List.of(relationship.unmapped())));
        }
        return known.required(LEI, relationship.subject())
                .chain(subject -> known.required(LEI, relationship.target())
                        .chain(target -> facts.takeIn(
                                new PlacedFact(
                                        path(subject.id()) + "/relationships/" + relationship.key(),
                                        relationship.body(target.id())),
                                editor)))
                .map(GleifFormat::taken);
    }

    /** Always an event; of what a profile has a place for, how it was before as well. */
    private Uni<Taken> modification(GleifModification modification, String editor) {
        return known.held(LEI, modification.lei())
                .chain(company -> about(GleifStatement.ofModification(modification.element()), "events", editor)
                        .chain(written -> earlier(company.id(), modification, editor)
                                .map(profile -> new Taken(changed(written) || profile, List.of()))));
    }

    private Uni<Boolean> earlier(String company, GleifModification modification, String editor) {
        Optional<String> member = modification.member();
        Optional<LocalDate> day = modification.lastDay();
        if (member.isEmpty() || day.isEmpty()) {
            return Uni.createFrom().item(false);
        }
        return known.on(company, day.get())
                .map(profile -> profile.flatMap(
                        then -> modification.earlier(member.get(), mapper.<JsonNode>valueToTree(then), day.get())))
                .chain(body -> body.isEmpty()
                        ? Uni.createFrom().item(false)
                        : facts.takeIn(new PlacedFact(path(company), body.get()), editor)
                                .map(GleifFormat::changed));
    }

    private Uni<? extends Written<?>> about(GleifStatement statement, String kind, String editor) {
        return known.required(LEI, statement.lei())
                .chain(company -> facts.takeIn(
                        new PlacedFact(path(company.id()) + "/" + kind + "/" + statement.key(), statement.body()),
                        editor));
    }

    private Uni<Taken> isins(JsonNode element, String editor) {
        return known.held(LEI, GleifText.required(element, LEI))
                .chain(company -> facts.takeIn(
                        new PlacedFact(path(company.id()), GleifIsins.added(mapper.valueToTree(company), element)),
                        editor))
                .map(GleifFormat::taken);
    }

    private static String path(String company) {
        return "/v1/companies/" + company;
    }

    private static Taken taken(Written<?> written) {
        return new Taken(changed(written), List.of());
    }

    private static boolean changed(Written<?> written) {
        return written.outcome() != Written.Outcome.UNCHANGED;
    }

    private JsonNode tree(String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException wasReadBefore) {
            throw new IllegalStateException(wasReadBefore);
        }
    }
}
