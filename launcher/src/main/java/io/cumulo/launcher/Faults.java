package io.cumulo.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What is wrong with many things, told at once: who mends a dataset wants to run it once more, not once per mistake. */
final class Faults {

    private static final int MOST = 20;

    private final List<String> lines = new ArrayList<>();

    /** What was asked for, unless it is refused, which is remembered. */
    <T> Optional<T> gather(Supplier<T> asked) {
        try {
            return Optional.of(asked.get());
        } catch (Refused refused) {
            lines.add(refused.getMessage());
            return Optional.empty();
        }
    }

    /** @throws Refused with what has been gathered, when there is anything: the first of them, and how many there are */
    void refuse(String where) {
        if (lines.isEmpty()) {
            return;
        }
        List<String> told = new ArrayList<>(lines.subList(0, Math.min(MOST, lines.size())));
        told.add(lines.size() + (lines.size() == 1 ? " mistake " : " mistakes ") + where);
        throw new Refused(String.join("\n", told));
    }
}
