package io.cumulo.companies.ftm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** Who owns a company, and how much of it. */
final class FtmOwnership {

    private FtmOwnership() {}

    static ObjectNode body(FtmEntity ownership, String asset) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", "parent-of");
        body.put("to", asset);
        String percentage = ownership.first("percentage").replace("%", "").strip();
        if (percentage.matches("[0-9]{1,3}(\\.[0-9]{1,3})?")) {
            body.put("percentage", new BigDecimal(percentage));
        }
        put(body, "validFrom", ownership.first("startDate"));
        put(body, "validTo", ownership.first("endDate"));
        body.putArray("sources")
                .add(ownership.citation("owner " + ownership.first("owner") + ", asset " + ownership.first("asset")));
        return body;
    }

    private static void put(ObjectNode body, String member, String date) {
        if (!date.isEmpty()) {
            body.put(member, date);
        }
    }
}
