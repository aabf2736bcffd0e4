package io.cumulo.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** The recent restarts of one process: each waits longer than the one before, and a minute holds so many and no more. */
final class Restarts {

    static final int MOST = 5;

    private static final Duration WITHIN = Duration.ofMinutes(1);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final Deque<Instant> recent = new ArrayDeque<>();

    /** Whether it died again although it was started as often as is allowed. */
    boolean exhausted(Instant now) {
        forget(now);
        return recent.size() >= MOST;
    }

    /** Whether the pause since the last restart is over: none before the first, then 0.5 s, 1 s, 2 s, 4 s. */
    boolean due(Instant now) {
        forget(now);
        if (recent.isEmpty()) {
            return true;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << (recent.size() - 1));
        return !now.isBefore(recent.getLast().plus(pause));
    }

    void record(Instant now) {
        recent.addLast(now);
    }

    private void forget(Instant now) {
        while (!recent.isEmpty() && recent.getFirst().isBefore(now.minus(WITHIN))) {
            recent.removeFirst();
        }
    }
}
