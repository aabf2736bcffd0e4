package io.cumulo.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
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
    private static final String PRIVATE = "private.pem";
    private static final String PUBLIC = "public.pem";

    private final Path directory;

    LocalIdentity(Path data) {
        this.directory = data.resolve("identity");
    }

    /** PEM of the public key, which the processes check tokens with. */
    Path publicKey() {
        ensureKeys();
        return directory.resolve(PUBLIC);
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
            String pem = Files.readString(directory.resolve(PRIVATE)).replaceAll("-----[A-Z ]+-----|\\s", "");
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The key in " + directory + " can't be read", unreadable);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(
                    "The key in " + directory + " can't be used; delete the folder to get a new one", unusable);
        }
    }

    /** Both keys are moved into place together: of two processes that make some at the same time, the later takes the first's. */
    private void ensureKeys() {
        Path privateKey = directory.resolve(PRIVATE);
        if (Files.exists(privateKey)) {
            return;
        }
        try {
            Files.createDirectories(directory.getParent());
            Path made = Files.createTempDirectory(directory.getParent(), "identity");
            writeKeys(made);
            try {
                Files.move(made, directory, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException alreadyThere) {
                Files.delete(made.resolve(PRIVATE));
                Files.delete(made.resolve(PUBLIC));
                Files.delete(made);
                if (!Files.exists(privateKey)) {
                    throw new Refused(directory + " holds no " + PRIVATE + "; delete the folder to get new keys");
                }
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("A key can't be kept in " + directory, unwritable);
        }
    }

    private static void writeKeys(Path folder) throws IOException {
        KeyPair keys = generate();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path privateKey = folder.resolve(PRIVATE);
        Files.createFile(
                privateKey, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(privateKey, pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
        Files.writeString(
                folder.resolve(PUBLIC), pem("PUBLIC KEY", keys.getPublic().getEncoded()));
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            return generator.generateKeyPair();
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
