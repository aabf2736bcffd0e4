package io.cumulo.disputes.ocds;

import java.util.UUID;

/** Releases in our own words, as publishers write them. */
final class Samples {

    static final String AROUND =
            "\"uri\":\"https://council.example/ocds/1\",\"version\":\"1.1\",\"publishedDate\":\"2021-05-01T00:00:00Z\","
                    + "\"publisher\":{\"name\":\"A council\"},\"license\":\"https://council.example/licence\"";

    private Samples() {}

    static String ocid() {
        return "ocds-abc123-" + UUID.randomUUID().toString().substring(0, 8);
    }

    static String tender(String ocid) {
        return release(ocid, "1-tender", "2020-01-10T09:00:00+01:00", "tender", """
                "parties":[{"id":"GB-1","name":"A council","roles":["buyer"],"identifier":{"scheme":"GB-LAC","id":"E1"}}],
                "buyer":{"id":"GB-1","name":"A council"},
                "tender":{"id":"T-1","title":"A bridge","description":"Across the river","status":"active","procurementMethod":"open",
                  "value":{"amount":1000000,"currency":"GBP"},"items":[{"id":"1","description":"Steel","quantity":4.50,
                  "unit":{"name":"t","value":{"amount":700.10,"currency":"GBP"}}}],
                  "milestones":[{"id":"m1","title":"Bids are opened","dueDate":"2020-02-01T00:00:00Z"}],
                  "documents":[{"id":"d1","title":"Plan","url":"https://council.example/plan 1.pdf"}]}""");
    }

    static String amendment(String ocid) {
        return release(ocid, "2-amendment", "2020-01-20T09:00:00Z", "tenderAmendment", """
                "tender":{"id":"T-1","value":{"amount":1200000.00,"currency":"GBP"},
                  "amendments":[{"id":"a1","date":"2020-01-20T09:00:00Z","rationale":"The river is wider"}]}""");
    }

    static String contract(String ocid) {
        return release(ocid, "3-contract", "2020-03-01T09:00:00Z", "contract", """
                "parties":[{"id":"GB-2","name":"Bridges Ltd","roles":["supplier"],"identifier":{"scheme":"GB-COH","id":"0912"}}],
                "awards":[{"id":"A-1","title":"The bridge","status":"active","date":"2020-02-20T00:00:00Z",
                  "value":{"amount":990000,"currency":"GBP"},"suppliers":[{"id":"GB-2","name":"Bridges Ltd"}]}],
                "contracts":[{"id":"C-1","awardID":"A-1","title":"Bridge","status":"active",
                  "value":{"amount":980000,"currency":"GBP"},"period":{"startDate":"2020-03-15T00:00:00Z","endDate":"2022-03-14T00:00:00Z"},
                  "implementation":{"transactions":[
                    {"id":"t1","date":"2020-05-01T00:00:00Z","value":{"amount":100.25,"currency":"GBP"}},
                    {"id":"t2","date":"2020-06-01T00:00:00Z","value":{"amount":200,"currency":"GBP"}}]}}]""");
    }

    static String release(String ocid, String id, String date, String tag, String members) {
        return "{\"ocid\":\"%s\",\"id\":\"%s\",\"date\":\"%s\",\"tag\":[\"%s\"],\"initiationType\":\"tender\",%s}"
                .formatted(ocid, id, date, tag, members)
                .replace("\n", " ");
    }

    /** With what the package says of itself after the list. */
    static String releasePackage(String... releases) {
        return "{\"releases\":[" + String.join(",", releases) + "]," + AROUND + "}";
    }
}
