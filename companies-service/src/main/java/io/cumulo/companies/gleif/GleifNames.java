package io.cumulo.companies.gleif;

import static io.cumulo.companies.gleif.GleifText.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.cumulo.companies.exchange.ProfileDraft;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Map;

/** The names of a Level 1 record among those that are known of the company. */
final class GleifNames {

    private static final Map<String, String> TYPES = Map.of(
            "PREVIOUS_LEGAL_NAME", "former",
            "TRADING_OR_OPERATING_NAME", "trading",
            "ALTERNATIVE_LANGUAGE_LEGAL_NAME", "translated",
            "AUTO_ASCII_TRANSLITERATED_LEGAL_NAME", "transliterated",
            "PREFERRED_ASCII_TRANSLITERATED_LEGAL_NAME", "transliterated");

    private GleifNames() {}

    /**
     * Adds the names that aren't there. A company that is known from GLEIF alone bears the name of GLEIF's last word, and the one before as a former
     * name; of one that others know, their name stays.
     */
    static void add(ProfileDraft draft, JsonNode entity, String legalName) {
        String known = draft.known("legalName");
        if (known.isEmpty()) {
            draft.set("legalName", legalName);
        } else if (!known.equalsIgnoreCase(legalName)) {
            if (draft.isFromAlone(GleifSource.RECORDS)) {
                draft.set("legalName", legalName).addName(known, "", "former");
            } else {
                String language = text(entity.path("legalName").path("language"));
                draft.addName(legalName, language, isLatin(legalName) ? "translated" : "native");
            }
        }
        for (String member : List.of("otherNames", "transliteratedOtherNames")) {
            for (JsonNode name : entity.path(member)) {
                String type = TYPES.getOrDefault(text(name.path("type")), "trading");
                draft.addName(text(name.path("name")), text(name.path("language")), type);
            }
        }
    }

    private static boolean isLatin(String name) {
        return name.codePoints()
                .filter(Character::isLetter)
                .allMatch(letter -> UnicodeScript.of(letter) == UnicodeScript.LATIN);
    }
}
