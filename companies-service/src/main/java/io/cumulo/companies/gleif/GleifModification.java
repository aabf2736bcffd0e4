package io.cumulo.companies.gleif;

import static io.cumulo.companies.gleif.GleifText.required;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.companies.exchange.ProfileDraft;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** A field of an LEI record that GLEIF saw change: from which value to which, on a day. */
record GleifModification(JsonNode element) {

    /** Fields that a profile has a place for. */
    private static final Map<String, String> MEMBERS =
            Map.of("Entity/LegalName", "legalName", "Entity/LegalAddress/Country", "country");

    String lei() {
        return required(attributes(), "lei");
    }

    String field() {
        return required(attributes(), "field");
    }

    String fieldName() {
        return field().substring(field().lastIndexOf(':') + 1);
    }

    String day() {
        String day = GleifText.day(attributes().path("date"));
        return day.isEmpty() ? required(attributes(), "date") : day;
    }

    String before() {
        return GleifText.joined(attributes().path("valueOld"));
    }

    String after() {
        return GleifText.joined(attributes().path("valueNew"));
    }

    ObjectNode citation() {
        return GleifSource.citation(
                "Field modifications of LEI record " + lei(),
                lei(),
                attributes().path("date"));
    }

    /** The member of a profile that the field is; empty for the many that it has no place for. */
    Optional<String> member() {
        return MEMBERS.entrySet().stream()
                .filter(known -> field().replaceAll("[a-z]+:", "").endsWith("/LEIRecord/" + known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .filter(member -> !before().isEmpty() && !after().isEmpty());
    }

    /** The last day of the old value; empty when the element's date is none. */
    Optional<LocalDate> lastDay() {
        try {
            return Optional.of(LocalDate.parse(day()).minusDays(1));
        } catch (DateTimeException notToTheDay) {
            return Optional.empty();
        }
    }

    /**
     * The profile as it was until then.
     *
     * @param member that changed
     * @param profile as it is known for the last day of the old value
     * @return nothing when the profile says something else than the new value: the change was taken into account, or others know better
     */
    Optional<ObjectNode> earlier(String member, JsonNode profile, LocalDate lastDay) {
        boolean isPossible = !member.equals("country") || ProfileDraft.isCountry(before());
        if (!isPossible || !profile.path(member).asText().equalsIgnoreCase(after())) {
            return Optional.empty();
        }
        return Optional.of(ProfileDraft.of(Optional.of(profile))
                .set(member, before())
                .set("validTo", lastDay.toString())
                .cite(citation())
                .body());
    }

    private JsonNode attributes() {
        return element.path("attributes");
    }
}
