package io.cumulo.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/** Whether ports are free, asked before anything is started. */
final class Ports {

    private static final int HIGHEST = 65_535;

    private final Map<Integer, String> wanted = new HashMap<>();

    private Ports() {}

    /** @throws Refused naming the first port that can't be had, what wants it and the option that gives it another */
    static void requireFree(Settings settings) {
        Ports ports = new Ports();
        ports.require("PostgreSQL", settings.postgresPort(), "--postgres-port");
        for (Program program : settings.programs()) {
            ports.require(program.name(), program.port(), "--" + program.name() + "-port");
            ports.require(
                    program.name() + "'s management",
                    program.managementPort(),
                    "--" + program.name() + "-management-port");
        }
    }

    private void require(String what, int port, String option) {
        String other = wanted.putIfAbsent(port, what);
        if (other != null) {
            throw new Refused(
                    "port " + port + " is wanted by " + other + " and by " + what + "; give another with " + option);
        }
        requireFree(what, port, option);
    }

    static void requireFree(String what, int port, String option) {
        if (port < 1 || port > HIGHEST) {
            throw new Refused(port + ", which " + what + " is to use, is no port; give one of 1 to " + HIGHEST
                    + " with " + option);
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            throw new Refused(
                    "port " + port + ", which " + what + " wants, is taken; free it or give another with " + option);
        }
    }
}
