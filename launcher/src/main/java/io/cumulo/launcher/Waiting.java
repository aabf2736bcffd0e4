package io.cumulo.launcher;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what announces itself to nobody: processes of others, ports, health. */
final class Waiting {

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private Waiting() {}

    /** Looks until it is so or the patience is used up; tells whether it is so. */
    static boolean until(BooleanSupplier soFar, Duration patience) {
        long giveUp = System.nanoTime() + patience.toNanos();
        while (!soFar.getAsBoolean()) {
            if (System.nanoTime() - giveUp >= 0) {
                return false;
            }
            pause(LOOK_EVERY);
        }
        return true;
    }

    /** @throws Refused when the thread is interrupted, which ends the command */
    static void pause(Duration duration) {
        try {
            boolean never = new CountDownLatch(1).await(duration.toMillis(), TimeUnit.MILLISECONDS);
            assert !never;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted");
        }
    }
}
