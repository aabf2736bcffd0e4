package io.cumulo.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Whether ports are free, asked before anything is started. */
final class Ports {

    private Ports() {}

    /** @throws Refused naming the first taken port, what wants it and the option that gives it another */
    static void requireFree(Settings settings) {
        requireFree("PostgreSQL", settings.postgresPort(), "--postgres-port");
        for (Program program : settings.programs()) {
            requireFree(program.name(), program.port(), "--" + program.name() + "-port");
            requireFree(
                    program.name() + "'s management",
                    program.managementPort(),
                    "--" + program.name() + "-management-port");
        }
    }

    static void requireFree(String what, int port, String option) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException | IllegalArgumentException taken) {
            throw new Refused(
                    "port " + port + ", which " + what + " wants, is taken; free it or give another with " + option);
        }
    }
}
