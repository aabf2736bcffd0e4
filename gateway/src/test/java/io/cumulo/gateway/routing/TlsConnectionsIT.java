package io.cumulo.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cumulo.gateway.upstream.FakeServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The packaged gateway with a certificate of its own, as where no ingress stands before it. */
@QuarkusIntegrationTest
@QuarkusTestResource(FakeServices.class)
@TestProfile(TlsConnectionsIT.WithCertificate.class)
class TlsConnectionsIT {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static int port;
    private static Path keys;

    FakeServices services;

    /** As an operator would set it. */
    public static class WithCertificate implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            // The ports' meters must have the same labels, and a port that the system chooses has none.
            try (ServerSocket secure = new ServerSocket(0);
                    ServerSocket plain = new ServerSocket(0);
                    ServerSocket management = new ServerSocket(0)) {
                port = secure.getLocalPort();
                keys = Files.createTempDirectory("gateway-keys").resolve("keys.p12");
                int result = new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "gateway",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=dns:localhost",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                new String(PASSWORD),
                                "-keystore",
                                keys.toString())
                        .start()
                        .waitFor();
                assertThat(result).isZero();
                return Map.of(
                        "quarkus.http.ssl.certificate.key-store-file",
                        keys.toString(),
                        "quarkus.http.ssl.certificate.key-store-password",
                        new String(PASSWORD),
                        "quarkus.http.ssl-port",
                        String.valueOf(port),
                        "quarkus.http.port",
                        String.valueOf(plain.getLocalPort()),
                        "quarkus.management.port",
                        String.valueOf(management.getLocalPort()));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @BeforeEach
    void forget() {
        services.reset();
        services.companies().onJson("/v1/companies", "{}");
    }

    @Test
    void http2_is_agreed_on_and_the_service_learns_that_the_client_came_by_tls() throws Exception {
        HttpResponse<String> answer = HttpClient.newBuilder()
                .sslContext(trusting())
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/v1/companies"))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(answer.body()).isEqualTo("{}");
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(services.companies().onlyRequest().headers().get("X-Forwarded-Proto"))
                .isEqualTo("https");
    }

    @Test
    void a_body_that_is_announced_in_two_ways_is_refused_with_its_connection() throws Exception {
        try (RawClient client = new RawClient(trusting().getSocketFactory(), port)) {
            client.send(
                    "POST /v1/reconcile HTTP/1.1\r\nHost: localhost\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nG"
                            + "GET /v1/companies HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(client.readToEnd()).startsWith("HTTP/1.1 400").doesNotContain("HTTP/1.1 200");
        }
        assertThat(services.companies().received()).isEmpty();
    }

    private static SSLContext trusting() throws Exception {
        KeyStore own = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(keys)) {
            own.load(file, PASSWORD);
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, PASSWORD);
        trusted.setCertificateEntry("gateway", own.getCertificate("gateway"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
