package io.cumulo.companies;

import static io.cumulo.kit.testing.Write.SOURCES;
import static org.assertj.core.api.Assertions.assertThat;

import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever takes gzip gets it, as a representation of its own (RFC 9110, 8.8.3.3); what it shows, and the state that it is the tag of, are the same. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CodedAnswersTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private final String path = "/v1/companies/coded-" + UUID.randomUUID();

    @TestHTTPResource
    URI server;

    @BeforeEach
    void a_company() {
        company("Coded Inc.").send().statusCode(201);
    }

    private Write company(String name) {
        return Write.put(path, "{\"kind\":\"company\",\"legalName\":\"" + name + "\",\"sources\":" + SOURCES + "}");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/companies,application/json",
        "/v1/companies,application/x-ndjson",
        "/v1/companies,text/csv",
        "/v1/events,application/json"
    })
    void whoever_takes_gzip_gets_the_same_in_fewer_bytes(String list, String type) throws Exception {
        HttpResponse<byte[]> plain = get(list, "Accept", type);
        HttpResponse<byte[]> coded = get(list, "Accept", type, "Accept-Encoding", "br, gzip;q=0.8");

        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(coded.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(coded.body()).hasSizeLessThan(plain.body().length);
        assertThat(decoded(coded)).isEqualTo(new String(plain.body(), StandardCharsets.UTF_8));
        assertThat(plain.headers().firstValue("Vary").orElseThrow()).endsWith("Accept-Encoding");
        assertThat(coded.headers().firstValue("Vary").orElseThrow()).endsWith("Accept-Encoding");
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void either_has_a_tag_by_which_it_is_known_again(Version version) throws Exception {
        String plain = tag(get(version, path));
        String coded = tag(get(version, path, "Accept-Encoding", "gzip"));

        assertThat(coded).isNotEqualTo(plain).isEqualTo(plain.replaceAll("\"$", "-gzip\""));
        HttpResponse<byte[]> known = get(version, path, "Accept-Encoding", "gzip", "If-None-Match", coded);
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(tag(known)).isEqualTo(coded);
        HttpResponse<byte[]> knownPlain = get(version, path, "If-None-Match", "\"other\", " + plain);
        assertThat(knownPlain.statusCode()).isEqualTo(304);
        assertThat(tag(knownPlain)).isEqualTo(plain);
    }

    @Test
    void a_change_may_name_the_state_by_either_tag() throws Exception {
        String coded = tag(get(path, "Accept-Encoding", "gzip"));
        company("Coded Ltd.").sendIfMatch(coded).statusCode(200);
        company("Coded again").sendIfMatch(coded).statusCode(412);
        assertThat(get(path, "If-None-Match", coded).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void the_head_alone_is_that_of_the_answer(Version version) throws Exception {
        HttpResponse<byte[]> head = client.send(
                HttpRequest.newBuilder(server.resolve(path))
                        .version(version)
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .header("Accept-Encoding", "gzip")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(head.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(head.headers().firstValue("Content-Length")).isEmpty();
        assertThat(tag(head)).isEqualTo(tag(get(version, path, "Accept-Encoding", "gzip")));
    }

    @Test
    void a_problem_can_be_read_by_whoever_takes_gzip() throws Exception {
        HttpResponse<byte[]> problem = get("/v1/companies/nobody-knows-it", "Accept-Encoding", "gzip");
        assertThat(problem.statusCode()).isEqualTo(404);
        String body = problem.headers().firstValue("Content-Encoding").isPresent()
                ? decoded(problem)
                : new String(problem.body(), StandardCharsets.UTF_8);
        assertThat(body).contains("\"status\":404");
        assertThat(problem.headers().allValues("Content-Encoding")).doesNotContain("identity");
    }

    private static String tag(HttpResponse<?> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static String decoded(HttpResponse<byte[]> answer) throws IOException {
        return new String(
                new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes(), StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        return get(Version.HTTP_1_1, path, headers);
    }

    private HttpResponse<byte[]> get(Version version, String path, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).version(version);
        for (int header = 0; header < headers.length; header += 2) {
            request.header(headers[header], headers[header + 1]);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
