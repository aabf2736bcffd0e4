package io.cumulo.gateway.identity;

import io.cumulo.gateway.identity.KeyHolders.KeyHolder;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtSignatureBuilder;
import io.smallrye.jwt.util.KeyUtils;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Short-lived tokens under which what the holders of API keys ask for goes on to the services: these check every writer again. */
@Startup
@Singleton
public class HolderTokens {

    private final ApiKeys keys;
    private final String issuer;
    private final String audience;
    private final Optional<PrivateKey> signingKey;
    private final Map<KeyHolder, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String text, Instant renewedAt) {}

    HolderTokens(
            ApiKeys keys,
            @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer,
            @ConfigProperty(name = "mp.jwt.verify.audiences") String audience) {
        this.keys = keys;
        this.issuer = issuer;
        this.audience = audience;
        this.signingKey = keys.signingKey().map(HolderTokens::read);
    }

    /** Empty for those who only read: services let anyone. */
    Optional<String> of(KeyHolder holder) {
        return holder.readsOnly()
                ? Optional.empty()
                : signingKey.map(key -> tokens.compute(holder, (who, known) -> fresh(who, known, key))
                        .text());
    }

    private Token fresh(KeyHolder holder, Token known, PrivateKey key) {
        Instant now = Instant.now();
        if (known != null && now.isBefore(known.renewedAt())) {
            return known;
        }
        Duration lifetime = keys.tokenLifetime();
        JwtSignatureBuilder token = Jwt.claims()
                .issuer(issuer)
                .audience(audience)
                .subject("api-key:" + holder.name())
                .upn("api-key:" + holder.name())
                .groups(holder.groups())
                .expiresIn(lifetime)
                .jws();
        keys.signingKeyId().ifPresent(token::keyId);
        return new Token(token.sign(key), now.plus(lifetime.dividedBy(2)));
    }

    private static PrivateKey read(String location) {
        try {
            if (KeyUtils.readSigningKey(location, null) instanceof PrivateKey key) {
                return key;
            }
            throw new IOException("No private key");
        } catch (IOException unreadable) {
            // Without its cause: a start that is refused is told in one line.
            throw new ConfigurationException("cumulo.api-keys.signing-key can't be read as a private key: " + location);
        }
    }
}
