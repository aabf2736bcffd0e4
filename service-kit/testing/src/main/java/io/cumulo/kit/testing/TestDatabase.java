package io.cumulo.kit.testing;

import io.cumulo.kit.postgres.PostgresServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A real PostgreSQL server for the tests of a service, with its database and its two roles. */
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

    private PostgresServer server;

    @Override
    public Map<String, String> start() {
        server = PostgresServer.throwAway();
        return server.provide("service").configuration();
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }
}
