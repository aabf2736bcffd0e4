package io.cumulo.companies.ftm;

import com.fasterxml.jackson.databind.JsonNode;
import io.cumulo.companies.exchange.CompanyExportResource.ExportFormat;
import io.cumulo.companies.exchange.CompanyFacts.PlacedFact;
import io.cumulo.companies.profile.CompanyKind;
import io.cumulo.companies.profile.Profile;
import io.cumulo.companies.profile.Profiles;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.Fact;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Companies, what they are to each other and who leads them, as FollowTheMoney's entities; what its model has no schema for is left out. A link stands
 * between those that the export holds: of companies that were merged, the one that goes on.
 */
@ApplicationScoped
class FtmExport implements ExportFormat {

    static final String COMPANY = "Company";

    private static final Map<CompanyKind, String> SCHEMATA = Map.of(
            CompanyKind.COMPANY, COMPANY,
            CompanyKind.PUBLIC_BODY, "PublicBody",
            CompanyKind.COURT, "PublicBody");

    private static final Map<String, String> NAMES = Map.of("former", "previousName", "short", "weakAlias");

    /** Kinds of facts that the model has a schema for; none: the company itself. */
    private static final Set<String> TOLD = Set.of("", "relationships", "roles");

    /** Identifiers that the model knows of companies only. */
    private static final Set<String> OF_COMPANIES = Set.of("isinCode", "cikCode");

    private final Profiles profiles;

    FtmExport(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public String name() {
        return "ftm";
    }

    @Override
    public Uni<? extends List<?>> lines(List<PlacedFact> facts, Moment moment) {
        List<Placed> placed = facts.stream().map(Placed::of).toList();
        Set<String> companies = placed.stream()
                .filter(fact -> TOLD.contains(fact.segment()))
                .flatMap(
                        fact -> Stream.of(fact.company(), fact.body().path("to").asText("")))
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toSet());
        return Panache.withSession(() -> profiles.goingOn(companies, moment))
                .map(known ->
                        placed.stream().flatMap(fact -> lines(fact, known)).toList());
    }

    /** A fact by the parts of its path. */
    private record Placed(String company, String segment, String key, JsonNode body) {

        static Placed of(PlacedFact fact) {
            String[] path = fact.path().substring("/v1/companies/".length()).split("/");
            return new Placed(path[0], path.length > 1 ? path[1] : "", path.length > 2 ? path[2] : "", fact.body());
        }
    }

    private static Stream<FtmLine> lines(Placed fact, Map<String, Fact<Profile>> known) {
        return switch (fact.segment()) {
            case "" ->
                goesOn(fact.company(), known) ? Stream.of(organization(fact.company(), fact.body())) : Stream.of();
            case "relationships" -> link(fact, known);
            case "roles" -> directorship(fact, known);
            default -> Stream.of();
        };
    }

    private static boolean goesOn(String company, Map<String, Fact<Profile>> known) {
        return known.containsKey(company) && known.get(company).id().equals(company);
    }

    private static String schema(CompanyKind kind) {
        return SCHEMATA.getOrDefault(kind, "Organization");
    }

    private static FtmLine organization(String key, JsonNode company) {
        CompanyKind kind = CompanyKind.valueOf(
                company.path("kind").asText().toUpperCase(Locale.ROOT).replace('-', '_'));
        FtmLine line = new FtmLine(OwnId.ofCompany(key), schema(kind)).with("name", company.path("legalName"));
        for (JsonNode name : company.path("names")) {
            line.with(NAMES.getOrDefault(name.path("type").asText(), "alias"), name.path("name"));
        }
        line.with("country", company.path("country").asText("").toLowerCase(Locale.ROOT))
                .with("website", company.path("website"))
                .with("sector", company.path("sector"))
                .with("incorporationDate", company.path("foundedOn"));
        for (JsonNode identifier : company.path("identifiers")) {
            String scheme = identifier.path("scheme").asText();
            if (scheme.equals("ticker") && line.isAsset()) {
                line.with("ticker", identifier.path("value"));
            }
            FtmOrganization.IDENTIFIERS.stream()
                    .filter(mapped -> mapped.here().equals(scheme))
                    .filter(mapped -> line.isAsset() || !OF_COMPANIES.contains(mapped.property()))
                    .forEach(mapped -> line.with(mapped.property(), identifier.path("value")));
        }
        return line.from(company);
    }

    private static Stream<FtmLine> link(Placed fact, Map<String, Fact<Profile>> known) {
        Fact<Profile> from = known.get(fact.company());
        Fact<Profile> to = known.get(fact.body().path("to").asText());
        if (from == null || to == null || from.id().equals(to.id())) {
            return Stream.of();
        }
        String type = fact.body().path("type").asText();
        boolean isAsset = schema(to.body().kind()).equals(COMPANY);
        String id = OwnId.ofFact(fact.company(), fact.segment(), fact.key());
        String subject = OwnId.ofCompany(from.id());
        String object = OwnId.ofCompany(to.id());
        FtmLine line = type.equals("parent-of") && isAsset
                ? new FtmLine(id, "Ownership").with("owner", subject).with("asset", object)
                : type.equals("succeeded-by")
                        ? new FtmLine(id, "Succession")
                                .with("predecessor", subject)
                                .with("successor", object)
                        : new FtmLine(id, "UnknownLink")
                                .with("subject", subject)
                                .with("object", object)
                                .with("role", type.replace('-', ' '));
        if (line.schema().equals("Ownership")) {
            line.with("percentage", fact.body().path("percentage"));
        }
        return Stream.of(line.during(fact.body()));
    }

    private static Stream<FtmLine> directorship(Placed fact, Map<String, Fact<Profile>> known) {
        Fact<Profile> company = known.get(fact.company());
        if (company == null) {
            return Stream.of();
        }
        String id = OwnId.ofFact(fact.company(), fact.segment(), fact.key());
        FtmLine person = new FtmLine(id + ".person", "Person")
                .with("name", fact.body().path("person"))
                .from(fact.body());
        return Stream.of(
                person,
                new FtmLine(id, "Directorship")
                        .with("director", person.id())
                        .with("organization", OwnId.ofCompany(company.id()))
                        .with("role", fact.body().path("title"))
                        .during(fact.body()));
    }
}
