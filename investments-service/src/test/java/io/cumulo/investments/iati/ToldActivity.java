package io.cumulo.investments.iati;

import static io.restassured.RestAssured.given;

import io.cumulo.investments.Import;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Locale;
import java.util.UUID;

/** An activity that nobody else tells of, as its publisher's files tell it. */
record ToldActivity(String number) {

    /** What of a commitment's key stands for the publisher. */
    private static final String PUBLISHER = "8e601278";

    static ToldActivity anew() {
        return new ToldActivity(UUID.randomUUID().toString().substring(0, 8));
    }

    String identifier() {
        return "XX-ORG-1-" + number;
    }

    String key() {
        return "iati-xx-org-1-" + number;
    }

    /** The key of what the publisher promises in a currency. */
    String commitment(String currency) {
        return key() + "-" + currency.toLowerCase(Locale.ROOT) + "-" + PUBLISHER;
    }

    String telling(String... transactions) {
        return "<iati-activity default-currency=\"EUR\" xml:lang=\"en\" last-updated-datetime=\"2021-05-01T00:00:00Z\">"
                + "<iati-identifier>" + identifier() + "</iati-identifier>"
                + "<reporting-org ref=\"XX-ORG-1\" type=\"40\"><narrative>Example agency</narrative></reporting-org>"
                + "<title><narrative xml:lang=\"fr\">Centre</narrative><narrative>Data centre</narrative></title>"
                + "<description type=\"1\"><narrative>To build it.</narrative></description>"
                + "<activity-date type=\"2\" iso-date=\"2020-01-01\"/><activity-date type=\"3\" iso-date=\"2022-12-31\"/>"
                + "<budget><value currency=\"EUR\" value-date=\"2020-01-01\">999</value></budget>"
                + String.join("", transactions) + "</iati-activity>";
    }

    /** In the activity's own currency, the euro. */
    static String transaction(String type, String on, String value) {
        return "<transaction><transaction-type code=\"" + type + "\"/><transaction-date iso-date=\"" + on
                + "\"/><value value-date=\"" + on + "\">" + value + "</value></transaction>";
    }

    static String dollars(String type, String on, String value) {
        return transaction(type, on, value).replace("<value ", "<value currency=\"USD\" ");
    }

    static JsonPath imported(String... activities) {
        return Import.of(
                "/v1/commitments",
                "iati",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<iati-activities version=\"2.03\">\n"
                        + String.join("\n", activities) + "\n</iati-activities>");
    }

    /** What is promised in a currency, at a moment of pairs of parameters and values. */
    ValidatableResponse shown(String currency, String... moment) {
        var request = given();
        for (int at = 0; at < moment.length; at += 2) {
            request.queryParam(moment[at], moment[at + 1]);
        }
        return request.get("/v1/commitments/" + commitment(currency)).then().statusCode(200);
    }

    /** What was spent beyond what is promised, in each currency. */
    ValidatableResponse beyond() {
        return given().get("/v1/ledger/accounts/activities/" + key() + "/spent-beyond-commitments/balance")
                .then()
                .statusCode(200);
    }
}
