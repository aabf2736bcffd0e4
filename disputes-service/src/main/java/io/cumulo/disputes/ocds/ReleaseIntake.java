package io.cumulo.disputes.ocds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.disputes.intake.Digest;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A release of a file as it is kept. What its first package said of itself comes with one that we gave out before, and is put where it was. */
final class ReleaseIntake {

    private ReleaseIntake() {}

    /** @param around what the package of the file says of itself */
    static Release of(ObjectNode printed, Optional<String> around) {
        ObjectNode release = printed.deepCopy();
        Optional<JsonNode> first = firstPackage(release);
        List<String> tag = new ArrayList<>();
        release.path("tag").forEach(word -> {
            if (word.isTextual()) {
                tag.add(word.textValue());
            }
        });
        String date = release.path("date").asText();
        return new Release(
                release.path("ocid").asText(),
                release.path("id").asText(),
                date,
                OffsetDateTime.parse(date).toInstant(),
                tag,
                null,
                null,
                Ocds.text(release),
                Merge.isWhole(release)
                        ? "{}"
                        : first.map(Ocds::text).or(() -> around).orElse("{}"),
                Digest.of(Presentable.of(release)));
    }

    private static Optional<JsonNode> firstPackage(ObjectNode release) {
        if (!(release.path(Ocds.EXTENSION) instanceof ObjectNode ours)) {
            return Optional.empty();
        }
        Optional<JsonNode> first = Optional.ofNullable(ours.remove(Extension.PUBLISHED_IN));
        if (ours.isEmpty()) {
            release.remove(Ocds.EXTENSION);
        }
        return first;
    }
}
