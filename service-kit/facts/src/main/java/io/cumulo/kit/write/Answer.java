package io.cumulo.kit.write;

import java.util.Map;

/**
 * What a write answers.
 *
 * @param status HTTP status
 * @param entity turned into JSON within the transaction of the write
 * @param headers such as Location and ETag
 */
public record Answer(int status, Object entity, Map<String, String> headers) {

    public Answer {
        headers = Map.copyOf(headers);
    }

    public static Answer created(String location, String etag, Object entity) {
        return new Answer(201, entity, Map.of("Location", location, "ETag", etag));
    }

    public static Answer ok(String etag, Object entity) {
        return new Answer(200, entity, Map.of("ETag", etag));
    }
}
