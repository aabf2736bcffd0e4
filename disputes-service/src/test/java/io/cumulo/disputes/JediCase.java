package io.cumulo.disputes;

import static io.cumulo.kit.testing.Write.SOURCES;
import static io.restassured.RestAssured.given;

import io.cumulo.kit.testing.Write;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;

/**
 * Amazon Web Services, Inc. v. United States, No. 19-1796C (Court of Federal Claims), recorded as it was published. Not in the order in which
 * it happened.
 */
public final class JediCase {

    public static final String CONTRACT = "/v1/contracts/jedi-as-published";
    public static final String DISPUTE = "/v1/disputes/aws-v-us";

    private static Instant beforeTheDocket;

    private JediCase() {}

    /** Records the case, once in a run of tests. */
    public static void record() {
        if (beforeTheDocket == null) {
            recordAll();
        }
    }

    /** When the contract, its termination and the dispute were recorded and no entry of the docket was. */
    static Instant beforeTheDocket() {
        return beforeTheDocket;
    }

    /** The answer as of a day. */
    public static ValidatableResponse on(String day, String path) {
        return given().queryParam("asOf", day).get(path).then().statusCode(200);
    }

    private static void recordAll() {
        Write.put(CONTRACT, """
                {"title":"Joint Enterprise Defense Infrastructure","description":"Cloud infrastructure and its upkeep",
                 "buyer":"us-department-of-defense",
                 "references":[{"scheme":"solicitation","value":"HQ0034-18-R-0077"},{"scheme":"piid","value":"HQ0034-20-D-0001"}],
                 "procurementMethod":"open","stage":"award","awardedOn":"2019-10-25","suppliers":["microsoft"],
                 "value":{"ceiling":{"amount":"10000000000.00","currency":"USD"},
                          "guaranteed":{"amount":"1000000.00","currency":"USD"},"obligated":null},
                 "term":{"years":10,"options":true,"endsOn":"2029-10-24"},"validFrom":"2018-07","sources":%s}
                """.formatted(SOURCES)).send().statusCode(201);
        Write.put(DISPUTE, """
                {"title":"Amazon Web Services, Inc. v. United States","kind":"bid-protest","forum":"us-court-of-federal-claims",
                 "docketNumber":"1:19-cv-01796","contract":"jedi-as-published",
                 "parties":[{"company":"amazon-web-services","role":"claimant"},
                            {"company":"us-department-of-defense","role":"respondent"}],
                 "grounds":[{"allegedBy":"amazon-web-services","text":"The award was steered to please the president."}],
                 "remediesSought":["an injunction against performance"],"judges":[{"name":"Patricia E. Campbell-Smith"}],"sources":%s}
                """.formatted(SOURCES)).send().statusCode(201);
        Bodies.termination("jedi-as-published", "2021-07-06").send().statusCode(201);
        beforeTheDocket = Instant.parse(given().get(CONTRACT + "/termination").path("recordedAt"));

        entry("dismissal", "dismissal", "2021-07-09", ",\"reason\":\"moot\"", 409);
        entry("pre-filing-notice", "notice", "2019-11-08", "", 201);
        entry("complaint", "filing", "2019-11-22", "", 201);
        entry("dismissal", "dismissal", "2021-07-09", ",\"reason\":\"moot\"", 201);
        entry("microsoft-joins", "intervention", "2019-11-22", ",\"party\":{\"company\":\"microsoft\"}", 201);
        entry("stay", "stay", "2020-04-17", ",\"scope\":\"proceedings\"", 201);
        entry("motion", "motion", "2020-01-22", "", 201);
        entry("injunction", "injunction-granted", "2020-02-13", "", 201);
        entry("bond-ordered", "security-ordered", "2020-02-13", """
                ,"security":{"id":"pi-bond","amount":{"amount":"42000000.00","currency":"USD"},"rule":"RCFC 65(c)",
                 "payer":"amazon-web-services","protects":"whoever was wrongfully enjoined","custodian":"the clerk of the court",
                 "condition":"the injunction proves to have been issued wrongfully","dueOn":"2020-02-20"}""", 201);
        entry("re-award", "corrective-action", "2020-09-04", "", 201);
        entry("motions-denied", "order", "2021-04-28", "", 201);
    }

    private static void entry(String key, String kind, String on, String extras, int status) {
        Bodies.entry("aws-v-us", key, kind, on, extras).send().statusCode(status);
    }
}
