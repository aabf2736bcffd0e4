package io.cumulo.gateway.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMin;

/** Keys for programs that can't fetch tokens, sent as {@code X-API-Key} or {@code Authorization: ApiKey …}. */
@ConfigMapping(prefix = "cumulo.api-keys")
public interface ApiKeys {

    /** By the holder's name, as it stands in logs and in what the holder writes. */
    Map<String, Holder> holders();

    /**
     * Where the private key lies that signs the short-lived tokens with which the gateway passes on what holders write; the services must trust its
     * public half. Needed as soon as a holder may do more than read.
     */
    Optional<String> signingKey();

    /** The signing key's id in the key set that the services know, if they know several. */
    Optional<String> signingKeyId();

    /** How long such a token is valid. */
    @WithDefault("5m")
    @DurationMin(seconds = 10)
    Duration tokenLifetime();

    /** Who holds a key, and what for. */
    interface Holder {

        /** SHA-256 of the key, in hexadecimal. The key itself must be random, of 128 bits or more. */
        String sha256();

        /** As the groups of a token. */
        @WithDefault("reader")
        Set<String> groups();
    }
}
