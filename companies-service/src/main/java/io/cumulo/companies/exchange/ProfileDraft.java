package io.cumulo.companies.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A profile in the making, as a client would PUT it: what is known of the company stays, and what a file says comes beside. */
public final class ProfileDraft {

    /** What a profile tells, beside what the record adds to it. */
    private static final List<String> MEMBERS = List.of(
            "kind",
            "legalName",
            "names",
            "country",
            "identifiers",
            "sector",
            "foundedOn",
            "website",
            "validFrom",
            "validTo",
            "preferred",
            "sources");

    private static final String LANGUAGE_TAG = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}";

    private final ObjectNode body = JsonNodeFactory.instance.objectNode();

    private ProfileDraft(Optional<? extends JsonNode> known) {
        known.ifPresent(profile -> MEMBERS.stream()
                .filter(profile::hasNonNull)
                .forEach(member -> body.set(member, profile.path(member).deepCopy())));
    }

    /** @param known the profile as it is answered; empty for a new company */
    public static ProfileDraft of(Optional<? extends JsonNode> known) {
        return new ProfileDraft(known);
    }

    /** The draft, to be handed in. */
    public ObjectNode body() {
        return body;
    }

    /** The member as far as it is known; empty text otherwise. */
    public String known(String member) {
        return body.path(member).asText("");
    }

    /** Whether nobody else than the one who publishes under these addresses says anything of the company; true of a new one. */
    public boolean isFromAlone(String addresses) {
        return StreamSupport.stream(body.path("sources").spliterator(), false)
                .allMatch(source -> source.path("url").asText("").startsWith(addresses));
    }

    public ProfileDraft set(String member, String value) {
        body.put(member, value);
        return this;
    }

    /** Sets a member that isn't known yet, where there is something to tell. */
    public ProfileDraft setMissing(String member, String value) {
        if (!value.isEmpty() && !body.has(member)) {
            body.put(member, value);
        }
        return this;
    }

    /**
     * Adds a name that isn't there.
     *
     * @param language left out where it is no language tag
     */
    public ProfileDraft addName(String name, String language, String type) {
        boolean there = known("legalName").equals(name) || has(body.withArray("names"), "name", name);
        if (!name.isBlank() && !there) {
            ObjectNode added = body.withArray("names").addObject().put("name", name);
            if (language.matches(LANGUAGE_TAG)) {
                added.put("language", language);
            }
            added.put("type", type);
        }
        return this;
    }

    /** Adds an identifier that isn't there. */
    public ProfileDraft addIdentifier(String scheme, String value) {
        ArrayNode identifiers = body.withArray("identifiers");
        boolean there = StreamSupport.stream(identifiers.spliterator(), false)
                .anyMatch(known -> known.path("scheme").asText().equals(scheme)
                        && known.path("value").asText().equals(value));
        if (!value.isBlank() && !there) {
            identifiers.addObject().put("scheme", scheme).put("value", value);
        }
        return this;
    }

    /** Cites a source, in the place of its older word under the same title. */
    public ProfileDraft cite(ObjectNode citation) {
        ArrayNode sources = body.withArray("sources");
        for (int index = 0; index < sources.size(); index++) {
            if (sources.get(index).path("title").equals(citation.path("title"))) {
                sources.set(index, citation);
                return this;
            }
        }
        sources.add(citation);
        return this;
    }

    /** Whether it is a country of ISO 3166-1; registers use some that aren't, such as XK and EU. */
    public static boolean isCountry(String code) {
        return Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(code);
    }

    private static boolean has(ArrayNode items, String member, String value) {
        return StreamSupport.stream(items.spliterator(), false)
                .anyMatch(item -> item.path(member).asText().equalsIgnoreCase(value));
    }
}
