package io.cumulo.kit.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * An event in the JSON format of CloudEvents 1.0.
 *
 * @param specversion always 1.0
 * @param id unique; a consumer handles an event once, however often it arrives
 * @param source the service that tells it
 * @param type such as {@code companies.role.corrected}
 * @param subject path of the resource it is about
 * @param time when it was recorded
 * @param datacontenttype always application/json
 * @param data what is now recorded
 */
@RegisterForReflection
public record CloudEvent(
        String specversion,
        UUID id,
        String source,
        String type,
        String subject,
        Instant time,
        String datacontenttype,
        JsonNode data) {

    static CloudEvent of(UUID id, String source, String type, String subject, Instant time, JsonNode data) {
        return new CloudEvent("1.0", id, source, type, subject, time, "application/json", data);
    }
}
