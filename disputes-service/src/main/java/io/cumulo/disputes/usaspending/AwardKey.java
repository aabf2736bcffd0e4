package io.cumulo.disputes.usaspending;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.disputes.intake.Keys;
import io.cumulo.disputes.intake.Texts;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Locale;

/** What awards are called here: by the numbers that make the award's own id, so that its modifications find it. */
final class AwardKey {

    private static final String NONE = "-NONE-";

    private AwardKey() {}

    /** @param id as CONT_AWD_piid_agency_parentPiid_parentAgency or CONT_IDV_piid_agency */
    static String ofAward(String id) {
        String[] parts = id.split("_");
        return parts.length >= 4 && parts[0].equals("CONT")
                ? of(parts[2], parts[3], parts.length > 4 ? parts[4] : NONE)
                : Keys.of(id);
    }

    static String of(String piid, String agency, String parentPiid) {
        String key = piid + "-" + agency + (parentPiid.equals(NONE) ? "" : "-" + parentPiid);
        return Keys.of(key.toLowerCase(Locale.ROOT));
    }

    static ObjectNode source(String awardId, String title) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("publisher", "USAspending.gov")
                .put("title", Texts.cut(title, 500))
                .put(
                        "url",
                        UriBuilder.fromUri("https://www.usaspending.gov")
                                .path("award/{id}")
                                .build(Texts.cut(awardId, 500))
                                .toString())
                .put("language", "en");
    }
}
