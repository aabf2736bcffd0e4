package io.cumulo.companies.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.companies.profile.CompanyName;
import io.cumulo.companies.profile.Identifier;
import io.cumulo.companies.profile.Profile;
import io.cumulo.kit.value.PartialDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a profile says that a table can be matched by and extended with. */
enum Property {
    LEGAL_NAME("legal-name", "Legal name", profile -> Stream.of(profile.legalName())),
    OTHER_NAME("other-name", "Other name", profile -> profile.names().stream().map(CompanyName::name)),
    COUNTRY("country", "Country (ISO 3166-1 alpha-2)", profile -> Stream.ofNullable(profile.country())),
    SECTOR("sector", "Sector", profile -> Stream.ofNullable(profile.sector())),
    FOUNDED_ON("founded-on", "Founded on", profile -> Stream.ofNullable(profile.foundedOn())
            .map(PartialDate::toString)),
    WEBSITE("website", "Website", profile -> Stream.ofNullable(profile.website())),
    LEI("lei", "Legal Entity Identifier (ISO 17442)"),
    ISIN("isin", "International Securities Identification Number (ISO 6166)"),
    TICKER("ticker", "Ticker symbol"),
    CIK("cik", "Central Index Key (SEC)"),
    UEI("uei", "Unique Entity Identifier (SAM.gov)"),
    WIKIDATA("wikidata", "Wikidata item");

    private final String id;
    private final String title;
    private final boolean identifier;
    private final Function<Profile, Stream<String>> values;

    Property(String id, String title, Function<Profile, Stream<String>> values) {
        this.id = id;
        this.title = title;
        this.identifier = false;
        this.values = values;
    }

    Property(String scheme, String title) {
        this.id = scheme;
        this.title = title;
        this.identifier = true;
        this.values = profile -> profile.identifiers().stream()
                .filter(known -> known.scheme().equals(scheme))
                .map(Identifier::value);
    }

    Named named() {
        return new Named(id, title);
    }

    /** Whether a register gives each of its values to one company alone. */
    boolean isIdentifier() {
        return identifier;
    }

    List<String> of(Profile profile) {
        return values.apply(profile).filter(Objects::nonNull).toList();
    }

    /** The values in the shape of the data extension: dates as dates, all else as strings. */
    List<JsonNode> cells(Profile profile) {
        String member = this == FOUNDED_ON ? "date" : "str";
        return of(profile).stream()
                .map(value -> (JsonNode) object().put(member, value))
                .toList();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static Optional<Property> byId(String id) {
        return Arrays.stream(values())
                .filter(property -> property.id.equals(id))
                .findFirst();
    }
}
