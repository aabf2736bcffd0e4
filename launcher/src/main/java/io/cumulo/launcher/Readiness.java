package io.cumulo.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Waits until the programs are ready, and tells of each as it becomes so. */
final class Readiness {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Settings settings;
    private final Consumer<String> out;
    private final Instant begin = Instant.now();
    private final Health health = new Health();

    Readiness(Settings settings, Consumer<String> out) {
        this.settings = settings;
        this.out = out;
    }

    /**
     * Waits for all programs.
     *
     * @param hopeless why there is nothing to wait for any more, asked again and again
     * @throws Refused when it is hopeless, or takes too long
     */
    void await(Supplier<Optional<String>> hopeless) {
        List<Program> waiting = new ArrayList<>(settings.programs());
        boolean all = Waiting.until(
                () -> {
                    hopeless.get().ifPresent(Readiness::giveUp);
                    waiting.removeIf(this::ready);
                    return waiting.isEmpty();
                },
                PATIENCE);
        if (!all) {
            String name = waiting.get(0).name();
            giveUp(name + " isn't ready after " + PATIENCE.toSeconds() + " s; its log says why: "
                    + Platform.log(settings, name));
        }
    }

    private boolean ready(Program program) {
        if (!health.isReady(program)) {
            return false;
        }
        tell(program.name());
        return true;
    }

    /** Says that something is ready, and how long it has taken. */
    void tell(String name) {
        double seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
        out.accept(String.format(Locale.ROOT, "  ✓ %s ready in %.1f s", name, seconds));
    }

    private static void giveUp(String why) {
        throw new Refused(why);
    }
}
