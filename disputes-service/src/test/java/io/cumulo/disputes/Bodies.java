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
