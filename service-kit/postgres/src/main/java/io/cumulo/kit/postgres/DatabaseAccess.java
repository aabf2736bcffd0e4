package io.cumulo.kit.postgres;

import java.util.Map;

/**
 * How a service reaches its database.
 *
 * @param username the service's role: reads and adds what migrations grant, changes no schema
 * @param ownerUsername the owner's role, for migrations only
 */
public record DatabaseAccess(
        String host,
        int port,
        String name,
        String username,
        String password,
        String ownerUsername,
        String ownerPassword) {

    /** The same as the services' configuration names it. */
    public Map<String, String> configuration() {
        return Map.of(
                "cumulo.database.host", host,
                "cumulo.database.port", String.valueOf(port),
                "cumulo.database.name", name,
                "cumulo.database.username", username,
                "cumulo.database.password", password,
                "cumulo.database.owner.username", ownerUsername,
                "cumulo.database.owner.password", ownerPassword);
    }

    /** For logs: without the passwords. */
    @Override
    public String toString() {
        return username + "@" + host + ":" + port + "/" + name;
    }
}
