package io.cumulo.companies.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.companies.exchange.CompanyFacts.PlacedFact;
import io.cumulo.companies.exchange.KnownIdentifiers.Place;
import io.cumulo.kit.fact.Written;
import io.cumulo.kit.imports.ImportFormat.Taken;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.IntStream;

/** Records the companies of files where they stand, found by what registers call them; within the current transaction. */
@ApplicationScoped
public class ToldCompanies {

    private final CompanyFacts facts;
    private final KnownIdentifiers known;
    private final ObjectMapper mapper;

    ToldCompanies(CompanyFacts facts, KnownIdentifiers known, ObjectMapper mapper) {
        this.facts = facts;
        this.known = known;
        this.mapper = mapper;
    }

    /** Whether they can be taken at once: no two of them share an identifier. */
    public boolean areApart(List<? extends ToldCompany> companies) {
        return KnownIdentifiers.areApart(
                companies.stream().map(ToldCompany::meant).toList());
    }

    public Uni<Taken> takeIn(ToldCompany company, String editor) {
        return takeIn(List.of(company), editor).map(taken -> taken.get(0));
    }

    /** As {@link #takeIn(ToldCompany, String)}, for many that are {@linkplain #areApart apart}; in the same order. */
    public Uni<List<Taken>> takeIn(List<? extends ToldCompany> companies, String editor) {
        return known.places(companies.stream().map(ToldCompany::meant).toList())
                .chain(places -> facts.takeIn(
                        IntStream.range(0, companies.size())
                                .mapToObj(index -> placed(companies.get(index), places.get(index)))
                                .toList(),
                        editor))
                .map(written -> IntStream.range(0, companies.size())
                        .mapToObj(index -> new Taken(
                                written.get(index).outcome() != Written.Outcome.UNCHANGED,
                                companies.get(index).unmapped()))
                        .toList());
    }

    private PlacedFact placed(ToldCompany company, Place place) {
        return new PlacedFact(
                "/v1/companies/" + place.key(), company.body(place.profile().map(mapper::<JsonNode>valueToTree)));
    }
}
