package io.cumulo.investments.iati;

import static io.cumulo.investments.iati.ToldActivity.dollars;
import static io.cumulo.investments.iati.ToldActivity.imported;
import static io.cumulo.investments.iati.ToldActivity.transaction;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.cumulo.investments.Import;
import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.RealData;
import io.cumulo.kit.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class IatiTest {

    private static final String LONG =
            "XX-0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"
                    + "-0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"
                    + "-0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789";

    private final ToldActivity told = ToldActivity.anew();

    private String activity(String... transactions) {
        return told.telling(transactions);
    }

    private ValidatableResponse shown(String... moment) {
        return told.shown("EUR", moment);
    }

    @Test
    void an_activity_is_a_commitment_with_what_is_promised_and_spent_and_its_budget_is_none() {
        String file = activity(
                transaction("2", "2020-02-01", "100.00"),
                transaction("2", "2020-06-01", "50"),
                transaction("2", "2021-02-01", "-20"),
                transaction("3", "2020-07-01", "60"),
                transaction("4", "2020-08-01", "10"),
                transaction("1", "2020-01-15", "500"));
        JsonPath job = imported(file);
        assertThat(job.getInt("accepted")).isEqualTo(1);
        assertThat(job.<Map<String, Integer>>get("unmapped"))
                .containsEntry("budget", 1)
                .containsEntry("transaction/1", 1);
        shown().body("company", is("identified-xx-org-1"))
                .body("title", is("Data centre"))
                .body("purpose", is("To build it."))
                .body("announcedOn", is("2020-02-01"))
                .body("period.to", is("2022-12-31"))
                .body("sources.publisher", contains("Example agency"))
                .body("position.pledged.amount", is("130.00"))
                .body("position.spent.amount", is("70.00"))
                .body("position.outstanding.amount", is("60.00"));
        shown("asOf", "2020-07-15")
                .body("position.pledged.amount", is("150.00"))
                .body("position.spent.amount", is("60.00"));
        JsonPath again = imported(file);
        assertThat(again.getInt("unchanged")).isEqualTo(1);
        shown().body("position.pledged.amount", is("130.00"));
    }

    @Test
    void letters_of_version_1_mean_the_same() {
        String file = activity(
                        transaction("C", "2020-02-01", "100"),
                        transaction("D", "2020-03-01", "40"),
                        transaction("E", "2020-03-01", "5"))
                .replace("<narrative>", "")
                .replace("</narrative>", "")
                .replaceAll("<narrative[^>]*>", "");
        assertThat(imported(file).getInt("accepted")).isEqualTo(1);
        shown().body("position.spent.amount", is("45.00"));
    }

    @Test
    void what_is_spent_beyond_the_commitment_is_kept_beside_it() {
        assertThat(imported(activity(
                                transaction("2", "2020-02-01", "100"),
                                transaction("3", "2020-03-01", "90"),
                                transaction("3", "2020-04-01", "30")))
                        .getInt("accepted"))
                .isEqualTo(1);
        shown().body("position.pledged.amount", is("100.00")).body("position.spent.amount", is("90.00"));
        told.beyond().body("balances.amount", contains("30.00"));
    }

    @Test
    void what_an_activity_does_not_tell_any_more_is_reversed_and_a_past_answer_stays() {
        imported(activity(transaction("2", "2020-02-01", "100"), transaction("3", "2020-03-01", "90")));
        Instant before = Instant.now();
        JsonPath job = imported(activity(
                transaction("2", "2020-02-01", "120"),
                transaction("3", "2020-03-01", "95"),
                transaction("3", "2020-03-01", "95").replace("95", "1")));
        assertThat(job.getInt("accepted")).isEqualTo(1);
        shown().body("position.pledged.amount", is("120.00")).body("position.spent.amount", is("96.00"));
        shown("knownAt", before.toString())
                .body("position.pledged.amount", is("100.00"))
                .body("position.spent.amount", is("90.00"));
        imported(activity(transaction("2", "2020-02-01", "100"), transaction("3", "2020-03-01", "90")));
        shown().body("position.pledged.amount", is("100.00")).body("position.spent.amount", is("90.00"));
    }

    @Test
    void two_transactions_alike_are_two() {
        imported(activity(
                transaction("2", "2020-02-01", "100"),
                transaction("3", "2020-03-01", "10"),
                transaction("3", "2020-03-01", "10")));
        shown().body("position.spent.amount", is("20.00"));
    }

    @Test
    void an_incoming_commitment_is_its_providers() {
        String incoming = transaction("11", "2020-02-01", "70")
                .replace("</transaction>", "<provider-org ref=\"XX-GIVER\"/></transaction>");
        assertThat(imported(activity(incoming)).getInt("accepted")).isEqualTo(1);
        given().get("/v1/commitments/" + told.key() + "-eur-166c23df")
                .then()
                .body("company", is("identified-xx-giver"))
                .body("position.pledged.amount", is("70.00"));
    }

    @Test
    void each_currency_is_a_commitment_of_its_own() {
        assertThat(imported(activity(transaction("2", "2020-02-01", "100"), dollars("2", "2020-02-01", "70")))
                        .getInt("accepted"))
                .isEqualTo(1);
        shown().body("position.pledged.amount", is("100.00"));
        told.shown("USD").body("position.pledged.amount", is("70.00"));
    }

    @Test
    void an_identifier_of_any_length_makes_a_key() {
        String identifier = told.identifier() + "-0123456789".repeat(20);
        assertThat(imported(activity(transaction("2", "2020-02-01", "100")).replace(told.identifier(), identifier))
                        .getInt("accepted"))
                .isEqualTo(1);
        given().queryParam("company", "identified-xx-org-1")
                .queryParam("limit", 500)
                .get("/v1/commitments")
                .then()
                .body("items.findAll { it.id.startsWith('" + told.key() + "') && it.id.length() == 80 }", hasSize(1));
    }

    @Test
    void a_wrong_activity_is_refused_alone_with_all_that_is_wrong() {
        JsonPath job = imported(
                activity(transaction("2", "2020-13-01", "100"), transaction("3", "2020-03-01", "ten")),
                "<iati-activity><transaction><transaction-type code=\"2\"/><value>1</value></transaction></iati-activity>",
                activity(transaction("2", "2020-02-01", "-5")),
                activity(transaction("2", "2020-02-01", "5")).replace("XX-ORG-1\"", "nobody\""),
                activity(transaction("2", "2020-02-01", "100")));
        assertThat(job.getInt("accepted")).isEqualTo(1);
        assertThat(job.getInt("rejected")).isEqualTo(4);
        JsonPath rejections = Import.rejections("/v1/commitments", job);
        assertThat(rejections.getList("items.line", Integer.class)).containsExactly(3, 4, 5, 6);
        assertThat(rejections.getList("items[0].errors.pointer"))
                .containsExactly("/transaction/0/transaction-date", "/transaction/1/value");
        assertThat(rejections.getList("items[1].errors.pointer")).contains("/iati-identifier", "/transaction/0/value");
        assertThat(rejections.getString("items[3].reason"))
                .isEqualTo("No company with the IATI identifier nobody is recorded");
        shown().body("position.pledged.amount", is("100.00"));
    }

    private static Stream<String> disbursements(int number) {
        return IntStream.range(0, number)
                .mapToObj(day ->
                        transaction("3", LocalDate.of(2020, 3, 1).plusDays(day).toString(), "10"));
    }

    @Test
    void an_activity_of_a_thousand_transactions_is_taken_before_the_database_ends_it() {
        String file = activity(Stream.concat(Stream.of(transaction("2", "2020-02-01", "6000")), disbursements(1000))
                .toArray(String[]::new));
        assertThat(imported(file).getInt("accepted")).isEqualTo(1);
        shown().body("position.spent.amount", is("6000.00"));
        shown("asOf", "2020-03-10").body("position.spent.amount", is("100.00"));
        told.beyond().body("balances.amount", contains("4000.00"));
        assertThat(imported(file).getInt("unchanged")).isEqualTo(1);
        assertThat(imported(file.replace("6000", "5000")).getInt("accepted")).isEqualTo(1);
        shown().body("position.spent.amount", is("5000.00"));
        told.beyond().body("balances.amount", contains("5000.00"));
    }

    @Test
    void an_activity_of_more_transactions_than_are_taken_at_once_is_refused() {
        JsonPath job = imported(
                activity(disbursements(5001).toArray(String[]::new)), activity(transaction("2", "2020-02-01", "5")));
        assertThat(job.getInt("accepted")).isEqualTo(1);
        assertThat(Import.rejections("/v1/commitments", job).getList("items[0].errors.pointer"))
                .containsExactly("/transaction");
    }

    @ParameterizedTest
    @ValueSource(strings = {"XI-LEI-", "XI-LEI- ", "XX-&#x85;-1", LONG})
    void a_reference_that_can_be_nobodys_is_of_a_company_that_is_not_known_and_holds_nothing_up(String reference) {
        String outgoing = transaction("2", "2020-02-01", "70");
        String incoming = transaction("11", "2020-02-01", "70");
        String provider = "<provider-org ref=\"" + reference + "\"/></transaction>";
        JsonPath job = imported(
                activity(outgoing.replace("</transaction>", provider)),
                ToldActivity.anew().telling(incoming.replace("</transaction>", provider)),
                activity(outgoing));
        assertThat(job.getInt("accepted")).isEqualTo(1);
        assertThat(job.getInt("rejected")).isEqualTo(1);
        assertThat(job.<Map<String, Integer>>get("unmapped")).containsEntry("transaction/11", 1);
        shown().body("position.pledged.amount", is("70.00"));
    }

    @Test
    void a_reference_that_several_companies_bear_says_of_none_that_it_is_meant() {
        JsonPath job = imported(
                activity(transaction("2", "2020-02-01", "5")).replace("XX-ORG-1\"", "several\""),
                activity(transaction("2", "2020-02-01", "100")));
        assertThat(job.getInt("accepted")).isEqualTo(1);
        assertThat(Import.rejections("/v1/commitments", job).getList("items.reason"))
                .containsExactly("Several companies with the IATI identifier several are recorded");
    }

    @Test
    void nothing_outside_of_the_file_is_read() {
        JsonPath job = Import.of(
                "/v1/commitments",
                "iati",
                "<!DOCTYPE iati-activities [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><iati-activities>&x;</iati-activities>");
        assertThat(job.getInt("rejected")).isEqualTo(1);
        assertThat(job.getInt("accepted")).isZero();
    }

    @Test
    void the_real_files_are_imported_whole_and_twice_with_the_same_result() throws IOException {
        for (String name :
                new String[] {"iati-schemas-worked-example.xml", "activity-standard-example-annotated.xml"}) {
            byte[] file = Files.readAllBytes(RealData.file("iati/" + name));
            JsonPath job = Import.of("/v1/commitments", "iati", file);
            assertThat(job.getInt("read")).as(name).isEqualTo(1);
            assertThat(job.getInt("rejected")).as(name).isZero();
            assertThat(job.<Map<String, Integer>>get("unmapped")).as(name).isNotEmpty();
            JsonPath again = Import.of("/v1/commitments", "iati", file);
            assertThat(again.getInt("unchanged")).as(name).isEqualTo(1);
        }
    }
}
