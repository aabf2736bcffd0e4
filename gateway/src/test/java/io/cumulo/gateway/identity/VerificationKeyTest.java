package io.cumulo.gateway.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.util.KeyUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationKeyTest {

    @TempDir
    Path folder;

    @Test
    void a_key_that_can_be_read_passes_and_so_does_a_set_of_them() throws Exception {
        PublicKey key = KeyUtils.generateKeyPair(2048).getPublic();
        RsaJsonWebKey first = new RsaJsonWebKey((java.security.interfaces.RSAPublicKey) key);
        first.setKeyId("first");
        RsaJsonWebKey second = new RsaJsonWebKey((java.security.interfaces.RSAPublicKey) key);
        second.setKeyId("second");
        passes("src/test/resources/public-key.pem");
        passes(Path.of("src/test/resources/public-key.pem").toUri().toString());
        passes(file(new JsonWebKeySet(first, second).toJson()));
        passes(file(first.toJson()));
    }

    @Test
    void a_provider_may_be_out_of_reach_for_a_while() {
        passes("http://127.0.0.1:9/keys");
        passes("https://127.0.0.1:9/keys");
    }

    @Test
    void a_place_without_a_key_is_told() throws Exception {
        refused("file:///nowhere.pem");
        refused("nowhere.pem");
        refused(folder.toUri().toString());
        refused(file(""));
        refused(file("no key"));
        refused(file("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"));
        refused(file("{\"keys\":[]}"));
    }

    private String file(String content) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "key", ""), content)
                .toUri()
                .toString();
    }

    private static void passes(String location) {
        assertThatCode(() -> VerificationKey.check(location, at(location))).doesNotThrowAnyException();
    }

    private static void refused(String location) {
        assertThatThrownBy(() -> VerificationKey.check(location, at(location)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cumulo.identity.public-key")
                .hasMessageContaining(location);
    }

    private static JWTAuthContextInfo at(String location) {
        JWTAuthContextInfo verification = new JWTAuthContextInfo();
        verification.setPublicKeyLocation(location);
        return verification;
    }
}
