package io.cumulo.companies.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.companies.exchange.CompanyFacts.PlacedFact;
import io.cumulo.kit.fact.Written;
import io.cumulo.kit.imports.EntryReader;
import io.cumulo.kit.imports.ImportFormat;
import io.cumulo.kit.imports.Lines;
import io.cumulo.kit.problem.Problem;
import io.cumulo.kit.request.JsonFault;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * The record's own lines: a fact with the path where it stands, as exports and datasets have it, or a company as the list gives it.
 */
@ApplicationScoped
class OwnFormat implements ImportFormat {

    private final CompanyFacts facts;
    private final ObjectMapper mapper;

    OwnFormat(CompanyFacts facts, ObjectMapper mapper) {
        this.facts = facts;
        this.mapper = mapper;
    }

    @Override
    public String path() {
        return CompanyImportResource.PATH;
    }

    @Override
    public String name() {
        return "ndjson";
    }

    @Override
    public EntryReader reader() {
        return new Lines();
    }

    @Override
    public int together() {
        return 100;
    }

    @Override
    public Uni<Taken> take(String text, String editor) {
        return facts.takeIn(fact(text), editor).map(OwnFormat::taken);
    }

    @Override
    public Uni<List<Taken>> takeTogether(List<Piece> pieces, String editor) {
        return facts.takeIn(pieces.stream().map(piece -> fact(piece.text())).toList(), editor)
                .map(written -> written.stream().map(OwnFormat::taken).toList());
    }

    private static Taken taken(Written<?> written) {
        return new Taken(written.outcome() != Written.Outcome.UNCHANGED, List.of());
    }

    private PlacedFact fact(String text) {
        if (!(tree(text) instanceof ObjectNode line)) {
            throw Problem.MALFORMED_BODY.because("The line is no JSON object");
        }
        if (line.path("path").isTextual() && line.path("body") instanceof ObjectNode body) {
            return new PlacedFact(line.path("path").asText(), body);
        }
        if (line.path("id").isTextual()) {
            return new PlacedFact("/v1/companies/" + line.path("id").asText(), facts.stated(line));
        }
        throw Problem.MALFORMED_BODY.because("The line has neither a path and a body nor the id of a company");
    }

    private JsonNode tree(String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw Problem.MALFORMED_BODY.because("The line is not well-formed JSON: " + JsonFault.words(malformed));
        }
    }
}
