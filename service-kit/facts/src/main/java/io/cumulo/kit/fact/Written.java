package io.cumulo.kit.fact;

import io.cumulo.kit.write.EntityTag;

/**
 * What a write came to.
 *
 * @param fact as it stands now
 * @param etag of what stands now
 * @param outcome what was recorded
 * @param editor who wrote, by a request or by a file
 */
public record Written<B extends FactBody>(Fact<B> fact, EntityTag etag, Outcome outcome, String editor) {

    /** Whether anything was recorded. */
    public enum Outcome {
        CREATED,
        NEW_VERSION,
        UNCHANGED
    }
}
