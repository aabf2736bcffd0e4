package io.cumulo.kit.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Duration;
import java.util.Set;

/** Tokens that the service under test accepts, or has a reason to refuse; signed with the key that Quarkus makes for a test run. */
public final class Tokens {

    private Tokens() {}

    /** Somebody who may write. */
    public static String editor() {
        return claims("editor").sign();
    }

    /** Another one who may write. */
    public static String editor(String name) {
        return claims("editor").upn(name).sign();
    }

    /** Somebody who is known and may not write. */
    public static String reader() {
        return claims("reader").sign();
    }

    /** An editor's token that has expired. */
    public static String expired() {
        return claims("editor")
                .expiresAt(System.currentTimeMillis() / 1000 - 3600)
                .sign();
    }

    /** An editor's token for another audience. */
    public static String forAnotherAudience() {
        return claims("editor").audience("another").sign();
    }

    private static JwtClaimsBuilder claims(String group) {
        return Jwt.claims()
                .issuer("cumulo-local")
                .audience("cumulo")
                .subject(group)
                .upn(group)
                .groups(Set.of(group))
                .expiresIn(Duration.ofHours(1));
    }
}
