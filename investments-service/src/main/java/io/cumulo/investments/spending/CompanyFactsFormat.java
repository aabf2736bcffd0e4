package io.cumulo.investments.spending;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.investments.company.CompanyDirectory;
import io.cumulo.kit.fact.Asserted;
import io.cumulo.kit.fact.Assertion;
import io.cumulo.kit.fact.Extent;
import io.cumulo.kit.fact.FactKind;
import io.cumulo.kit.fact.FactLife;
import io.cumulo.kit.fact.Facts;
import io.cumulo.kit.fact.Written;
import io.cumulo.kit.imports.EntryReader;
import io.cumulo.kit.imports.ImportFormat;
import io.cumulo.kit.neighbour.CompanyIdentifier;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Capital expenditure out of the SEC's companyfacts. The company is known by its CIK. */
@ApplicationScoped
class CompanyFactsFormat implements ImportFormat {

    private final FactLife<Figure, FigureVersion> life;
    private final CompanyDirectory companies;
    private final CapexTags tags;
    private final ObjectMapper mapper;

    CompanyFactsFormat(Facts facts, CompanyDirectory companies, CapexTags tags, ObjectMapper mapper) {
        this.life = facts.life(new FactKind<>(
                "investments.spending",
                FigureVersion.class,
                FigureVersion::new,
                Extent.EPISODE,
                (subject, id, figure) -> Uni.createFrom().item(List.of())));
        this.companies = companies;
        this.tags = tags;
        this.mapper = mapper;
    }

    @Override
    public String path() {
        return SpendingImportResource.PATH;
    }

    @Override
    public String name() {
        return "sec-companyfacts";
    }

    @Override
    public EntryReader reader() {
        return new CompanyFactsFile(mapper, tags);
    }

    @Override
    public Uni<Taken> take(String text, String editor) {
        JsonNode entry = tree(text);
        if (entry.has("beside")) {
            List<String> unmapped = new ArrayList<>();
            entry.path("beside")
                    .properties()
                    .forEach(tag ->
                            unmapped.addAll(Collections.nCopies(tag.getValue().asInt(), tag.getKey())));
            return Uni.createFrom().item(new Taken(false, unmapped));
        }
        FiledFigure filed = FiledFigure.of(entry);
        return companies
                .bearers(new CompanyIdentifier("cik", filed.cik()))
                .map(bearers -> bearers.only().orElseThrow(() -> {
                    String reason = bearers.reason("the CIK " + filed.cik());
                    return Problem.INVALID_BODY.because(reason, List.of(Fault.at("/cik", reason)));
                }))
                .chain(company -> life.takeIn(
                        company,
                        filed.key(),
                        new Asserted<>(filed.figure(), new Assertion(null, null, null, null, List.of(filed.source()))),
                        editor))
                .map(written -> new Taken(written.outcome() != Written.Outcome.UNCHANGED, List.of()));
    }

    private JsonNode tree(String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException written) {
            throw new IllegalStateException(written);
        }
    }
}
