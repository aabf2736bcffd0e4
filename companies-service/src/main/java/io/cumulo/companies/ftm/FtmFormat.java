package io.cumulo.companies.ftm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.companies.exchange.CompanyFacts;
import io.cumulo.companies.exchange.CompanyFacts.PlacedFact;
import io.cumulo.companies.exchange.CompanyImportResource;
import io.cumulo.companies.exchange.KnownIdentifiers;
import io.cumulo.kit.fact.Written;
import io.cumulo.kit.imports.EntryReader;
import io.cumulo.kit.imports.ImportFormat;
import io.cumulo.kit.imports.Lines;
import io.cumulo.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** FollowTheMoney entities, one in each line: organizations and who owns them. People, payments and the like have no place here and are counted. */
@ApplicationScoped
class FtmFormat implements ImportFormat {

    private final CompanyFacts facts;
    private final KnownIdentifiers known;
    private final ObjectMapper mapper;

    FtmFormat(CompanyFacts facts, KnownIdentifiers known, ObjectMapper mapper) {
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
        return "ftm";
    }

    @Override
    public EntryReader reader() {
        return new Lines();
    }

    @Override
    public Uni<Taken> take(String text, String editor) {
        FtmEntity entity = FtmEntity.of(tree(text));
        if (entity.isOrganization()) {
            return organization(entity, editor);
        }
        return entity.isOwnership()
                ? ownership(entity, editor)
                : Uni.createFrom().item(new Taken(false, List.of(entity.schema())));
    }

    private Uni<Taken> organization(FtmEntity entity, String editor) {
        FtmOrganization organization = new FtmOrganization(entity);
        return known.company(FtmOrganization.SCHEME, entity.id())
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(found.get().id())
                        : known.keyFor(organization.name(), entity.id()))
                .chain(key -> facts.takeIn(new PlacedFact("/v1/companies/" + key, organization.body()), editor))
                .map(written -> taken(written, organization.unmapped()));
    }

    private Uni<Taken> ownership(FtmEntity entity, String editor) {
        return known.required(FtmOrganization.SCHEME, entity.first("owner"))
                .chain(owner -> known.required(FtmOrganization.SCHEME, entity.first("asset"))
                        .chain(asset -> facts.takeIn(
                                new PlacedFact(
                                        "/v1/companies/" + owner.id() + "/relationships/" + entity.key(),
                                        FtmOwnership.body(entity, asset.id())),
                                editor)))
                .map(written -> taken(written, List.of()));
    }

    private static Taken taken(Written<?> written, List<String> unmapped) {
        return new Taken(written.outcome() != Written.Outcome.UNCHANGED, unmapped);
    }

    private JsonNode tree(String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw Problem.MALFORMED_BODY.because("The line is not well-formed JSON: " + malformed.getOriginalMessage());
        }
    }
}
