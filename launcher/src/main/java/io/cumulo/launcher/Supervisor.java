package io.cumulo.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Watches the platform: a process that dies is started again, one that keeps dying brings all down with a word about where to look. */
final class Supervisor {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final Supplier<List<String>> dead;
    private final Consumer<String> restart;
    private final Settings settings;
    private final Consumer<String> out;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Map<String, Restarts> restarts = new HashMap<>();

    Supervisor(Platform platform, Settings settings, Consumer<String> out) {
        this.dead = platform::dead;
        this.restart = platform::restart;
        this.settings = settings;
        this.out = out;
    }

    /** Ends {@link #watch}. */
    void stop() {
        stopping.countDown();
    }

    /**
     * Watches until it is stopped.
     *
     * @throws Refused when a process dies too often
     */
    void watch() {
        try {
            while (!stopping.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                dead.get().forEach(this::seeTo);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void seeTo(String name) {
        Restarts own = restarts.computeIfAbsent(name, any -> new Restarts());
        Instant now = Instant.now();
        if (own.exhausted(now)) {
            throw new Refused(name + " has died " + (Restarts.MOST + 1)
                    + " times within a minute, so everything is stopped; its log says why: "
                    + Platform.log(settings, name));
        }
        if (!own.due(now) || stopping.getCount() == 0) {
            return;
        }
        own.record(now);
        out.accept(name + " has died; starting it again");
        try {
            restart.accept(name);
        } catch (RuntimeException failed) {
            // Still dead, so it is tried again later, as often as is allowed.
            out.accept(name + " can't be started: " + OneLine.of(failed));
        }
    }
}
