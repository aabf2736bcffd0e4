package io.cumulo.companies.ftm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.companies.exchange.KnownIdentifiers.Meant;
import io.cumulo.companies.exchange.ProfileDraft;
import io.cumulo.companies.exchange.ToldCompany;
import io.cumulo.companies.search.IdentifierBearers.Registered;
import io.cumulo.kit.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An organization of FollowTheMoney as a profile, and which of its properties a profile has no place for. */
record FtmOrganization(FtmEntity entity) implements ToldCompany {

    /** Under which we keep the dataset's own id. */
    static final String SCHEME = "ftm";

    /** A property, and what it is here: in this order, so that the same entity makes the same profile. */
    record Mapped(String property, String here) {}

    static final List<Mapped> IDENTIFIERS = List.of(
            new Mapped("leiCode", "lei"),
            new Mapped("isinCode", "isin"),
            new Mapped("cikCode", "cik"),
            new Mapped("wikidataId", "wikidata"),
            new Mapped("registrationNumber", "registration-number"),
            new Mapped("taxNumber", "tax-number"),
            new Mapped("vatCode", "vat"),
            new Mapped("dunsCode", "duns"),
            new Mapped("permId", "permid"),
            new Mapped("swiftBic", "bic"),
            new Mapped("ogrnCode", "ogrn"),
            new Mapped("innCode", "inn"),
            new Mapped("uniqueEntityId", "uei"));

    private static final List<Mapped> NAMES = List.of(
            new Mapped("name", "trading"),
            new Mapped("alias", "trading"),
            new Mapped("weakAlias", "short"),
            new Mapped("previousName", "former"));

    private static final List<String> COUNTRIES = List.of("mainCountry", "jurisdiction", "country");

    private static final Set<String> TOLD =
            Set.of("website", "sector", "incorporationDate", "publisher", "publisherUrl", "sourceUrl");

    @Override
    public Meant meant() {
        return new Meant(name(), identifiers());
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 422 when it has none */
    String name() {
        return Stream.of(entity.first("name"), entity.caption(), entity.first("alias"))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseThrow(() -> Problem.INVALID_BODY.because("The entity has no name"));
    }

    /** By what it is recognized: the dataset's own id, and its LEI, which nobody else bears. */
    List<Registered> identifiers() {
        return Stream.concat(
                        Stream.of(new Registered(SCHEME, entity.id())),
                        entity.all("leiCode").stream().map(lei -> new Registered("lei", lei)))
                .toList();
    }

    @Override
    public ObjectNode body(Optional<JsonNode> known) {
        ProfileDraft draft = ProfileDraft.of(known)
                .setMissing("kind", entity.schema().equals("PublicBody") ? "public-body" : "company")
                .setMissing("legalName", name());
        NAMES.forEach(names -> entity.all(names.property()).forEach(name -> draft.addName(name, "", names.here())));
        draft.setMissing("country", country())
                .setMissing("website", website())
                .setMissing("sector", entity.first("sector"))
                .setMissing("foundedOn", entity.date("incorporationDate"))
                .addIdentifier(SCHEME, entity.id());
        IDENTIFIERS.forEach(mapped -> entity.all(mapped.property())
                .forEach(value -> draft.addIdentifier(mapped.here(), written(mapped.here(), value))));
        return draft.cite(entity.citation(name())).body();
    }

    /** The SEC writes its numbers with ten digits, others without the zeros before them. */
    private static String written(String scheme, String value) {
        return scheme.equals("cik") && value.matches("[0-9]{1,9}") ? "0".repeat(10 - value.length()) + value : value;
    }

    /** Of the country codes of FollowTheMoney, which have more than ISO 3166-1; of a part of a country, the country. */
    private String country() {
        return codes().map(code -> code.split("-", 2)[0])
                .filter(ProfileDraft::isCountry)
                .findFirst()
                .orElse("");
    }

    private Stream<String> codes() {
        return COUNTRIES.stream()
                .flatMap(property -> entity.all(property).stream())
                .map(code -> code.toUpperCase(Locale.ROOT));
    }

    private String website() {
        return entity.all("website").stream()
                .flatMap(address -> Stream.of(address, "http://" + address))
                .filter(FtmEntity::isWebAddress)
                .findFirst()
                .orElse("");
    }

    /** Properties and values that are counted and left. */
    @Override
    public List<String> unmapped() {
        List<String> left = new ArrayList<>();
        entity.properties().fieldNames().forEachRemaining(property -> {
            boolean isTold = Stream.concat(IDENTIFIERS.stream(), NAMES.stream())
                    .anyMatch(mapped -> mapped.property().equals(property));
            if (!isTold && !TOLD.contains(property) && !COUNTRIES.contains(property)) {
                left.add(entity.schema() + "/" + property);
            }
        });
        codes().filter(code -> !ProfileDraft.isCountry(code.split("-", 2)[0]))
                .forEach(code -> left.add(entity.schema() + "/country/" + code.toLowerCase(Locale.ROOT)));
        return left;
    }
}
