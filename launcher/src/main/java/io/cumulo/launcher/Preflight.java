package io.cumulo.launcher;

import java.nio.file.Files;
import java.nio.file.Path;

/** What must be so before anything is started: half a platform is worse than none. */
final class Preflight {

    private Preflight() {}

    /** @throws Refused saying the first thing that is wrong, and what to do about it */
    static void require(Settings settings) {
        for (Program program : settings.programs()) {
            Path jar = program.built(Settings.home());
            if (!Files.exists(jar)) {
                throw new Refused(jar + " is missing; build it with ./mvnw -B -DskipTests package");
            }
        }
        DiskSpace.require(settings.data());
        Ports.requireFree(settings);
    }
}
