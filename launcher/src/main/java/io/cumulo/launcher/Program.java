package io.cumulo.launcher;

import java.nio.file.Path;

/**
 * A process of the platform.
 *
 * @param name also of its log and its pid file
 * @param module folder whose build gives its jar
 * @param port where it serves
 * @param managementPort where it answers about its health
 */
record Program(String name, String module, int port, int managementPort) {

    Path jar(Path home) {
        return home.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }

    boolean isGateway() {
        return name.equals("gateway");
    }
}
