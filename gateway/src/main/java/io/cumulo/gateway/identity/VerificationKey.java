package io.cumulo.gateway.identity;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.KeyLocationResolver;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.lang.UnresolvableKeyException;

/** Refuses to start where the file has no key that tokens can be verified with: it would be read with the first token, and each be answered with 401. */
@Singleton
class VerificationKey {

    void check(
            @Observes StartupEvent start,
            @ConfigProperty(name = "mp.jwt.verify.publickey.location") Optional<String> location,
            JWTAuthContextInfo verification) {
        location.ifPresent(place -> check(place, verification));
    }

    /** A provider's key set is asked for when it is needed: it may be out of reach for a while. */
    static void check(String location, JWTAuthContextInfo verification) {
        if (!location.startsWith("http:") && !location.startsWith("https:") && !isKey(verification)) {
            throw new ConfigurationException("cumulo.identity.public-key can't be read as a public key: " + location);
        }
    }

    private static boolean isKey(JWTAuthContextInfo verification) {
        try {
            return new LocalKey(verification).isThere();
        } catch (DeploymentException | UnresolvableKeyException unreadable) {
            return false;
        }
    }

    /** As it is read when a token comes. */
    private static final class LocalKey extends KeyLocationResolver {

        LocalKey(JWTAuthContextInfo verification) throws UnresolvableKeyException {
            super(verification);
        }

        boolean isThere() {
            return key != null || jsonWebKeys != null && !jsonWebKeys.isEmpty();
        }
    }
}
