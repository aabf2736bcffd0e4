package io.cumulo.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Watches the platform: a process that dies is started again, one that keeps dying brings all down with a word about where to look. */
final class Supervisor {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final int MAX_RESTARTS = 5;
    private static final Duration WITHIN = Duration.ofMinutes(1);

    private final Platform platform;
    private final Settings settings;
    private final Consumer<String> out;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Map<String, Deque<Instant>> restarts = new HashMap<>();

    Supervisor(Platform platform, Settings settings, Consumer<String> out) {
        this.platform = platform;
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
                for (String name : platform.dead()) {
                    requireRarity(name);
                    out.accept(name + " has died; starting it again");
                    platform.restart(name);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void requireRarity(String name) {
        Deque<Instant> recent = restarts.computeIfAbsent(name, any -> new ArrayDeque<>());
        Instant now = Instant.now();
        while (!recent.isEmpty() && recent.peekFirst().isBefore(now.minus(WITHIN))) {
            recent.removeFirst();
        }
        if (recent.size() >= MAX_RESTARTS) {
            throw new Refused(name + " has died " + (recent.size() + 1) + " times within a minute; its log says why: "
                    + Platform.log(settings, name));
        }
        recent.addLast(now);
    }
}
