package io.cumulo.gateway.dossier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.cumulo.gateway.upstream.FakeService;
import io.cumulo.gateway.upstream.FakeServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** For how long a dossier that was composed once is answered again. */
@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class KeptDossiersTest extends DossierOfAmazon {

    @TestHTTPResource
    URI server;

    @BeforeEach
    void each_service_says_from_what_it_answers() {
        all().forEach(KeptDossiersTest::record);
    }

    @Test
    void while_nothing_is_recorded_the_services_are_only_asked_whether_anything_was() {
        String first = dossier("asOf=2020-04-24").statusCode(200).extract().asString();
        long read = asked().count();
        dossier("asOf=2020-04-24").statusCode(200).body(equalTo(first));
        assertThat(asked()).hasSize((int) read);
        assertThat(all()).allSatisfy(service -> assertThat(service.received())
                .filteredOn(request -> request.path().equals("/v1/snapshot"))
                .hasSize(2));
    }

    @Test
    void what_any_of_them_has_recorded_is_in_the_next_dossier() {
        for (FakeService service : all()) {
            dossier("asOf=2020-04-24");
            long read = asked().count();
            record(service);
            dossier("asOf=2020-04-24").statusCode(200);
            assertThat(asked()).hasSize((int) read * 2);
            services.reset();
            amazon_as_recorded();
            each_service_says_from_what_it_answers();
        }
    }

    @Test
    void what_is_recorded_while_a_dossier_is_composed_is_in_the_next_one() {
        services.disputes().on("/v1/disputes", request -> {
            record(services.disputes());
            request.response().putHeader("Content-Type", "application/json").end(list());
        });
        dossier("asOf=2020-04-24").body("disputes.id", empty());
        services.disputes().onJson("/v1/disputes", list("{'id':'new','sources':[]}"));
        services.disputes().onJson("/v1/disputes/new/docket", list());
        dossier("asOf=2020-04-24").body("disputes.id", contains("new"));
    }

    @Test
    void whoever_takes_gzip_gets_the_same_coded_with_a_tag_of_its_own() throws Exception {
        HttpResponse<byte[]> plain = raw();
        HttpResponse<byte[]> coded = raw("Accept-Encoding", "br, gzip");
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(coded.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(coded.body())).readAllBytes())
                .isEqualTo(plain.body());
        for (HttpResponse<byte[]> answer : List.of(plain, coded)) {
            assertThat(answer.headers().allValues("Vary")).contains("Accept-Encoding");
            HttpResponse<byte[]> again = raw("Accept-Encoding", "gzip", "If-None-Match", tag(answer));
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(tag(again)).isEqualTo(tag(answer));
        }
        assertThat(tag(coded)).isNotEqualTo(tag(plain));
    }

    private HttpResponse<byte[]> raw(String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve("/v1/dossiers/amazon?asOf=2020-04-24"));
        return HttpClient.newHttpClient()
                .send(
                        (headers.length == 0 ? request : request.headers(headers)).build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String tag(HttpResponse<?> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    @Test
    void another_question_is_another_dossier() {
        for (String query : List.of(
                "asOf=2020-04-24",
                "asOf=2020-04-25",
                "asOf=2020-04-24&knownAt=2020-05-01T10:00:00Z",
                "asOf=2020-04-24&in=EUR",
                "asOf=2020-04-24&sections=roles")) {
            long before = asked().count();
            dossier(query).statusCode(200);
            assertThat(asked().count()).as(query).isGreaterThan(before);
        }
    }

    @Test
    void only_services_that_a_dossier_is_made_of_are_asked() {
        dossier("asOf=2020-04-24&sections=roles,commitments").statusCode(200);
        assertThat(services.disputes().received()).isEmpty();
        assertThat(services.investments().received()).hasSize(2);
    }

    @Test
    void what_is_incomplete_is_composed_again() {
        services.investments().onProblem("/v1/claims", 500, "internal");
        dossier("asOf=2020-04-24")
                .body("incomplete.part", contains("claims"))
                .header("Cache-Control", "no-store")
                .header("ETag", nullValue());
        services.investments().onJson("/v1/claims", list());
        dossier("asOf=2020-04-24").body("incomplete.part", empty());
    }

    @Test
    void a_service_that_cannot_say_is_asked_for_everything_again() {
        services.disputes().onProblem("/v1/snapshot", 503, "internal");
        assertComposedTwice("asOf=2020-04-24");
    }

    @Test
    void a_service_that_says_nothing_of_it_is_asked_for_everything_again() {
        services.disputes().onJson("/v1/snapshot", "{}");
        assertComposedTwice("asOf=2020-04-24");
    }

    private void assertComposedTwice(String query) {
        dossier(query).statusCode(200);
        long read = asked().count();
        dossier(query).statusCode(200);
        assertThat(asked()).hasSize((int) read * 2);
    }

    @Test
    void a_service_that_does_not_answer_leaves_time_for_the_others() {
        services.disputes().onSilence("/v1/snapshot");
        services.disputes().onSilence("/v1/disputes");
        dossier("asOf=2020-04-24")
                .statusCode(200)
                .time(lessThan(2_500L))
                .body("incomplete.part", contains("disputes"))
                .body("claims.id", contains("c"));
    }

    @Test
    void who_has_the_dossier_is_told_that_it_is_the_same() {
        String tag = dossier("asOf=2020-04-24")
                .header("ETag", notNullValue())
                .header("Cache-Control", "no-cache")
                .extract()
                .header("ETag");
        for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            given().header("If-None-Match", known)
                    .get("/v1/dossiers/amazon?asOf=2020-04-24")
                    .then()
                    .statusCode(304)
                    .header("ETag", tag)
                    .header("Cache-Control", "no-cache")
                    .body(emptyString());
        }
        given().header("If-None-Match", tag)
                .get("/v1/dossiers/amazon?asOf=2021-12-31")
                .then()
                .statusCode(200)
                .header("ETag", not(tag));
    }

    private List<FakeService> all() {
        return Stream.of(services.companies(), services.investments(), services.disputes())
                .toList();
    }

    private static void record(FakeService service) {
        service.onJson("/v1/snapshot", json("{'snapshot':'" + UUID.randomUUID() + "'}"));
    }
}
