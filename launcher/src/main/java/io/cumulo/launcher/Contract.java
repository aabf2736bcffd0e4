package io.cumulo.launcher;

import io.cumulo.kit.postgres.DatabaseAccess;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What each process is told through its environment: the configuration it would get from a cluster, here made by the launcher. */
final class Contract {

    private static final String LOOPBACK = "127.0.0.1";

    /** On one's own machine everybody is one address, and whoever measures should measure the platform. */
    private static final String AS_MUCH_AS_ASKED = "1000000000";

    private final Settings settings;
    private final LocalIdentity identity;

    Contract(Settings settings, LocalIdentity identity) {
        this.settings = settings;
        this.identity = identity;
    }

    /** @param database the program's own, when it has one */
    Map<String, String> environment(Program program, Optional<DatabaseAccess> database) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_HOST", LOOPBACK);
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(program.port()));
        environment.put("QUARKUS_MANAGEMENT_HOST", LOOPBACK);
        environment.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(program.managementPort()));
        environment.put(
                "CUMULO_IDENTITY_PUBLIC_KEY", identity.publicKey().toUri().toString());
        environment.put("CUMULO_IDENTITY_ISSUER", LocalIdentity.ISSUER);
        for (Program service : settings.services()) {
            environment.put(variable("cumulo." + service.name() + ".url"), "http://" + LOOPBACK + ":" + service.port());
        }
        for (String who : List.of("anonymous", "authenticated")) {
            for (String budget : List.of("reading", "writing", "bulk")) {
                environment.put(variable("cumulo.rate-limits." + who + "." + budget + ".requests"), AS_MUCH_AS_ASKED);
            }
        }
        database.ifPresent(
                access -> access.configuration().forEach((key, value) -> environment.put(variable(key), value)));
        return environment;
    }

    /** MicroProfile Config's own mapping of a property to a variable. */
    private static String variable(String property) {
        return property.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
