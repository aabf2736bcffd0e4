package io.cumulo.kit.fact;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.kit.clock.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The versions of one fact in the order in which they were recorded.
 *
 * @param items oldest first
 */
@Schema(name = "%sHistory")
public record FactHistory<B extends FactBody>(List<Entry<B>> items) {

    /** Members that differ between any two versions and say nothing about what changed. */
    private static final Set<String> NOT_CONTENT = Set.of("recordedAt", "id");

    /**
     * A version.
     *
     * @param recordedUntil when it was replaced; null: it stands
     * @param recordedBy who wrote it
     * @param changed members that differ from the version recorded before it, old and new
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
            List<V> versions, Moment moment, ObjectMapper mapper) {
        List<Entry<B>> entries = new ArrayList<>();
        Map<Integer, JsonNode> last = new HashMap<>();
        for (V version : versions) {
            Instant until = version.recordedTo == null
                            || moment.knownAt()
                                    .filter(version.recordedTo::isAfter)
                                    .isPresent()
                    ? null
                    : version.recordedTo;
            Standing shown = until == null ? version.standing : Standing.CORRECTED;
            JsonNode now = mapper.valueToTree(version.toFact());
            JsonNode before = last.entrySet().stream()
                    .filter(entry -> entry.getKey() < version.revision)
                    .max(Map.Entry.comparingByKey())
                    .map(Map.Entry::getValue)
                    .orElse(null);
            entries.add(new Entry<>(
                    version.toFact(shown), until, version.recordedBy, version.revision, changes(before, now)));
            last.put(version.revision, now);
        }
        return new FactHistory<>(entries);
    }

    private static List<Change> changes(JsonNode before, JsonNode now) {
        if (before == null) {
            return List.of();
        }
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
