package io.cumulo.kit.fact;

import io.cumulo.kit.write.EntityTag;

/**
 * A fact as it holds at a moment.
 *
 * @param fact to be answered
 * @param etag of this representation
 */
public record Shown<B extends FactBody>(Fact<B> fact, EntityTag etag) {}
