package io.cumulo.kit.fact;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The newest of the versions that were recorded of a fact.
 *
 * @param versions oldest first
 * @param before where there are more: those that stood before the first of these came
 */
record Recorded<V extends FactVersion<?>>(List<V> versions, List<V> before) {

    /** When the last of those that are left out was recorded. */
    Optional<Instant> leftOutUntil() {
        return before.stream().map(version -> version.recordedFrom).max(Comparator.naturalOrder());
    }
}
