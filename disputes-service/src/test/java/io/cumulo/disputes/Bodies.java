package io.cumulo.disputes;

import static io.cumulo.kit.testing.Write.SOURCES;

import io.cumulo.kit.testing.Write;

/** Writes with bodies that the service accepts. */
final class Bodies {

    private Bodies() {}

    static Write contract(String id) {
        return contract(id, "us-department-of-defense", "microsoft");
    }

    static Write contract(String id, String buyer, String supplier) {
        return Write.put("/v1/contracts/" + id, """
                {"title":"Cloud for all","buyer":"%s","stage":"award","suppliers":["%s"],"sources":%s}""".formatted(buyer, supplier, SOURCES));
    }

    static Write termination(String contract, String on) {
        return Write.put("/v1/contracts/" + contract + "/termination", """
                {"on":"%s","by":"us-department-of-defense","reason":"no longer needed","sources":%s}""".formatted(on, SOURCES));
    }

    static Write award(String contract, String key) {
        return Write.put("/v1/contracts/" + contract + "/awards/" + key, """
                {"title":"The first lot","status":"active","on":"2019-10-25","suppliers":["microsoft"],
                 "value":{"amount":"1000000.00","currency":"USD"},"lots":["lot-1"],"sources":%s}""".formatted(SOURCES));
    }

    static Write amendment(String contract, String key, String on) {
        return Write.put("/v1/contracts/" + contract + "/amendments/" + key, """
                {"number":"P00001","on":"%s","description":"More of it","rationale":"It was needed",
                 "value":{"from":{"obligated":{"amount":"1.00","currency":"USD"}},"to":{"obligated":{"amount":"2.00","currency":"USD"}}},
                 "term":{"from":{"endsOn":"2029"},"to":{"endsOn":"2030"}},"sources":%s}""".formatted(on, SOURCES));
    }

    static Write milestone(String contract, String key) {
        return Write.put("/v1/contracts/" + contract + "/milestones/" + key, """
                {"title":"First region open","dueOn":"2020-06","metOn":null,"status":"scheduled","sources":%s}""".formatted(SOURCES));
    }

    static Write dispute(String id, String contract) {
        return Write.put(
                "/v1/disputes/" + id, """
                {"title":"A v. B","kind":"bid-protest","forum":"us-court-of-federal-claims","contract":%s,
                 "parties":[{"company":"amazon-web-services","role":"claimant"}],"sources":%s}""".formatted(contract == null ? "null" : "\"" + contract + "\"", SOURCES));
    }

    /** @param extras further members, each with a comma before it */
    static Write entry(String dispute, String key, String kind, String on, String extras) {
        return Write.put("/v1/disputes/" + dispute + "/docket/" + key, """
                {"kind":"%s","on":"%s","number":null,"text":"It says so."%s,"sources":%s}""".formatted(kind, on, extras, SOURCES));
    }

    static Write entry(String dispute, String key, String kind, String on) {
        return entry(dispute, key, kind, on, "");
    }
}
