package io.cumulo.kit.fact;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.kit.clock.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The versions of one fact in the order in which they were recorded; of more than a thousand the newest.
 *
 * @param items oldest first
 * @param earlier when the last of the versions before these was recorded: as {@code knownAt} it asks for them; null: there are none
 */
@Schema(name = "%sHistory")
public record FactHistory<B extends FactBody>(List<Entry<B>> items, Instant earlier) {

    /** Members that differ between any two versions and say nothing about what changed. */
    private static final Set<String> NOT_CONTENT = Set.of("recordedAt", "id");

    /**
     * A version.
     *
     * @param recordedUntil when it was replaced; null: it stands
     * @param recordedBy who wrote it
     * @param changed members that differ, old and new, from the version in whose place it came; where there was none, from the one recorded before it
     */
    @Schema(name = "%sVersion")
    public record Entry<B extends FactBody>(
            @JsonUnwrapped Fact<B> version,
            Instant recordedUntil,
            String recordedBy,
            int revision,
            List<Change> changed) {}

    /** One member that changed. */
    @Schema(name = "Change")
    public record Change(String member, JsonNode from, JsonNode to) {}

    static <B extends FactBody, V extends FactVersion<B>> FactHistory<B> of(
            Recorded<V> recorded, Moment moment, ObjectMapper mapper) {
        List<V> known = Stream.concat(recorded.before().stream(), recorded.versions().stream())
                .toList();
        List<Entry<B>> entries = new ArrayList<>();
        for (V version : recorded.versions()) {
            Instant until = version.recordedTo == null
                            || moment.knownAt()
                                    .filter(version.recordedTo::isAfter)
                                    .isPresent()
                    ? null
                    : version.recordedTo;
            Standing shown = until == null ? version.standing : Standing.CORRECTED;
            List<Change> changed = before(version, known)
                    .map(before -> changes(tree(before, mapper), tree(version, mapper)))
                    .orElse(List.of());
            entries.add(new Entry<>(version.toFact(shown), until, version.recordedBy, version.revision, changed));
        }
        return new FactHistory<>(entries, recorded.leftOutUntil().orElse(null));
    }

    /** What ended when it came and told of the same days; of several that which begins last before it. */
    private static <V extends FactVersion<?>> Optional<V> before(V version, List<V> versions) {
        Comparator<V> byBegin =
                Comparator.comparing(one -> one.validFrom, Comparator.nullsFirst(Comparator.naturalOrder()));
        List<V> earlier = versions.stream()
                .filter(other -> other.revision < version.revision)
                .toList();
        List<V> replaced = earlier.stream()
                .filter(other -> version.recordedFrom.equals(other.recordedTo))
                .filter(other -> other.validity().overlaps(version.validity()))
                .toList();
        return replaced.stream()
                .filter(other -> byBegin.compare(other, version) <= 0)
                .max(byBegin)
                .or(() -> replaced.stream().min(byBegin))
                .or(() -> earlier.stream().max(Comparator.comparing(other -> other.revision)));
    }

    private static JsonNode tree(FactVersion<?> version, ObjectMapper mapper) {
        return mapper.valueToTree(version.toFact());
    }

    private static List<Change> changes(JsonNode before, JsonNode now) {
        Set<String> members = new TreeSet<>();
        before.fieldNames().forEachRemaining(members::add);
        now.fieldNames().forEachRemaining(members::add);
        return members.stream()
                .filter(member -> !NOT_CONTENT.contains(member))
                .filter(member -> !before.path(member).equals(now.path(member)))
                .map(member -> new Change(member, before.get(member), now.get(member)))
                .toList();
    }
}
