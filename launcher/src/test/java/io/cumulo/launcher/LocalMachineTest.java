package io.cumulo.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalMachineTest {

    @TempDir
    Path data;

    @Test
    void a_token_is_signed_by_the_key_of_this_machine_and_says_who_may_do_what() throws Exception {
        LocalIdentity identity = new LocalIdentity(data);
        String token = identity.token("local-admin", Set.of("editor", "admin"), Duration.ofHours(1));

        JwtClaims claims = new JwtConsumerBuilder()
                .setVerificationKey(publicKey(identity))
                .setExpectedIssuer("cumulo-local")
                .setExpectedAudience("cumulo")
                .setRequireExpirationTime()
                .build()
                .processToClaims(token);
        assertThat(claims.getStringListClaimValue("groups")).containsExactlyInAnyOrder("editor", "admin");
        assertThat(claims.getSubject()).isEqualTo("local-admin");
    }

    private static PublicKey publicKey(LocalIdentity identity) throws Exception {
        String pem = Files.readString(identity.publicKey()).replaceAll("-----[A-Z ]+-----|\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(pem)));
    }

    @Test
    void the_private_key_is_made_once_and_read_by_its_owner_only() throws Exception {
        Path publicKey = new LocalIdentity(data).publicKey();
        String first = Files.readString(publicKey);

        assertThat(Files.readString(new LocalIdentity(data).publicKey())).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("identity/private.pem"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_taken_port_is_named_with_who_wants_it_and_the_option_that_helps() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> Ports.requireFree("gateway", port, "--gateway-port"))
                    .isInstanceOf(Refused.class)
                    .hasMessageContainingAll(String.valueOf(port), "gateway", "--gateway-port");
            taken.close();
            assertThatCode(() -> Ports.requireFree("gateway", port, "--gateway-port"))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void a_pid_file_never_points_at_a_process_that_took_the_number_over() throws Exception {
        Process process = new ProcessBuilder("sleep", "60").start();
        PidFile file = new PidFile(data, "companies");
        file.write(process.toHandle());
        assertThat(file.living()).contains(process.toHandle());

        Files.writeString(data.resolve("run/companies.pid"), process.pid() + " 2001-01-01T00:00:00Z");
        assertThat(file.living()).isEmpty();
        assertThat(file.stop(Duration.ofSeconds(1))).isFalse();
        assertThat(process.isAlive()).isTrue();

        file.write(process.toHandle());
        assertThat(file.stop(Duration.ofSeconds(5))).isTrue();
        assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(data.resolve("run/companies.pid")).doesNotExist();
    }

    @Test
    void a_failure_is_told_in_one_line() {
        assertThat(OneLine.of(new IllegalStateException("can't start\nmore", new IllegalStateException("disk full"))))
                .isEqualTo("can't start");
        assertThat(OneLine.of(new IllegalStateException("can't start", new IllegalStateException("disk full"))))
                .isEqualTo("can't start (disk full)");
        assertThat(OneLine.of(new IllegalStateException())).isEqualTo("IllegalStateException");
    }
}
