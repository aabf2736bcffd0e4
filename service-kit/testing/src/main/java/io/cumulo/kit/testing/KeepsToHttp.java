package io.cumulo.kit.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every service owes to HTTP (RFC 9110), whatever the headers of a request hold. A service's test names one of its lists. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class KeepsToHttp {

    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";

    /** Path of a list that is also given as lines. */
    protected abstract String list();

    /** Paths of lists of what belongs to something that nobody recorded. */
    protected abstract List<String> listsOfNobody();

    @ParameterizedTest
    @MethodSource("listsOfNobody")
    void a_list_of_what_belongs_to_nobody_is_404(String path) {
        get(path, JSON).statusCode(404).contentType("application/problem+json");
        get(path, NDJSON + ", */*;q=0.1").statusCode(404).contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                          | " + JSON,
                "' '                                         | " + JSON,
                "', ,'                                       | " + JSON,
                "*                                           | " + JSON,
                "application/json, ,                         | " + JSON,
                "'text/plain,,application/json'              | " + JSON,
                "Application/JSON ; Q=0.5                    | " + JSON,
                "application/json;profile=\"a,b;q=0\"        | " + JSON,
                "text/html, image/gif, *; q=.2, */*; q=.2    | " + JSON,
                "text/csv;q=0, application/json;q=0.001      | " + JSON,
                "text/*                                      | " + CSV,
                "application/json;q=0.2, text/csv;q=0.4      | " + CSV,
                "application/json;q=0, */*                   | " + NDJSON,
                "application/json;q=0.1, application/*;q=0.2 | " + NDJSON,
                "text/csv, application/x-ndjson              | " + CSV,
                "*/*, application/x-ndjson                   | " + NDJSON
            })
    void a_list_is_written_as_its_client_likes_it_best(String accept, String type) {
        get(list(), accept).statusCode(200).contentType(startsWith(type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json;q=0", "text/*;q=0, application/json;q=0.000", "*/*;q=0", "text/html"})
    void what_a_client_takes_nothing_of_is_406(String accept) {
        get("/v1/events", accept).statusCode(406).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "json",
                "/",
                "application/",
                "*/json",
                "application/json;q=2",
                "application/json;q=0.0001",
                "application/json;q=",
                "application/json;q=nan",
                "application/json;q=0.5;q",
                "application/json;x=\"",
                "application/json;=1",
                "(comment)/json"
            })
    void an_accept_header_that_says_nothing_is_400(String accept) {
        get(list(), accept).statusCode(400).contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Accept-Language   | ;;q=x,-",
                "Accept-Language   | ''",
                "Accept-Charset    | nonsense;q=",
                "Accept-Encoding   | ;q=nan,,",
                "Accept-Encoding   | ''",
                "Content-Type      | ;;",
                "Content-Type      | ''",
                "Cookie            | =;=\"",
                "Cookie            | $Version=x; $Path",
                "If-Modified-Since | yesterday",
                "If-None-Match     | \"",
                "If-None-Match     | ''",
                "If-Match          | ,",
                "Range             | bytes=9-1",
                "Range             | nonsense",
                "Date              | never",
                "traceparent       | 00-zz"
            })
    void no_header_makes_reading_fail(String header, String value) {
        given().headers(Map.of(header, value)).get(list()).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?q=%ff", "/%ff", "/a%c3%28", "?%ed%a0%80=1", "/x/history?knownAt=%80"})
    void an_address_that_is_no_utf_8_is_400(String end) {
        given().urlEncodingEnabled(false)
                .get(list() + end)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:cumulo:problem:malformed-request"));
    }

    @Test
    void the_character_that_stands_for_what_could_not_be_read_is_one_like_others() {
        given().urlEncodingEnabled(false).get(list() + "/%EF%BF%BD").then().statusCode(404);
    }

    @Test
    void the_methods_of_a_path_are_told_where_another_is_asked_for_and_when_they_are_asked_for() {
        String some = list() + "/some";
        assertThat(allowed("OPTIONS", list())).containsExactly("GET", "HEAD", "OPTIONS", "POST");
        assertThat(allowed("PUT", list())).containsExactly("GET", "HEAD", "OPTIONS", "POST");
        assertThat(allowed("OPTIONS", some)).containsExactly("GET", "HEAD", "OPTIONS", "PUT");
        assertThat(allowed("DELETE", some)).containsExactly("GET", "HEAD", "OPTIONS", "PUT");
        assertThat(allowed("GET", some + "/retraction")).containsExactly("OPTIONS", "POST");
        assertThat(allowed("POST", "/v1/events")).containsExactly("GET", "HEAD", "OPTIONS");
    }

    private static String[] allowed(String method, String path) {
        return given().auth()
                .oauth2(Tokens.editor())
                .request(method, path)
                .then()
                .statusCode(method.equals("OPTIONS") ? 200 : 405)
                .extract()
                .header("Allow")
                .split(", ");
    }

    private static ValidatableResponse get(String path, String accept) {
        return given().header("Accept", accept).get(path).then();
    }
}
