package io.cumulo.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** The key that signs tokens on this machine, made when first needed. Anywhere else an OIDC provider takes its place. */
final class LocalIdentity {

    /** The issuer that the processes expect when nothing else is configured. */
    static final String ISSUER = "cumulo-local";

    private static final String AUDIENCE = "cumulo";
    private static final int KEY_BITS = 2048;

    private final Path directory;

    LocalIdentity(Path data) {
        this.directory = data.resolve("identity");
    }

    /** PEM of the public key, which the processes check tokens with. */
    Path publicKey() {
        ensureKeys();
        return directory.resolve("public.pem");
    }

    /** A signed token (RS256) for somebody with the roles. */
    String token(String name, Set<String> roles, Duration validity) {
        ensureKeys();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject(name);
        claims.setStringClaim("upn", name);
        claims.setStringListClaim("groups", List.copyOf(roles));
        claims.setIssuedAtToNow();
        claims.setGeneratedJwtId();
        claims.setExpirationTimeMinutesInTheFuture(validity.toMinutes());
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setPayload(claims.toJson());
        signature.setKey(privateKey());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException unusable) {
            throw new IllegalStateException("The key in " + directory + " can't sign", unusable);
        }
    }

    private PrivateKey privateKey() {
        try {
            String pem = Files.readString(directory.resolve("private.pem")).replaceAll("-----[A-Z ]+-----|\\s", "");
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The key in " + directory + " can't be read", unreadable);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(
                    "The key in " + directory + " can't be used; delete the folder to get a new one", unusable);
        }
    }

    /** The private key is moved into place last: as long as it isn't there, both are made anew. */
    private void ensureKeys() {
        Path privateKey = directory.resolve("private.pem");
        if (Files.exists(privateKey)) {
            return;
        }
        try {
            Files.createDirectories(directory);
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            KeyPair keys = generator.generateKeyPair();
            Files.writeString(
                    directory.resolve("public.pem"),
                    pem("PUBLIC KEY", keys.getPublic().getEncoded()));
            Path written = directory.resolve("private.pem.new");
            Files.deleteIfExists(written);
            Files.createFile(
                    written, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(written, pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
            Files.move(written, privateKey, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("A key can't be kept in " + directory, unwritable);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static String pem(String what, byte[] encoded) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
                + "\n-----END " + what + "-----\n";
    }
}
