package io.cumulo.kit.fact;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.Valid;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A fact as a client writes it: the members of its body and those that every fact has, in one JSON object.
 *
 * @param <B> the kind's own members
 */
@Schema(name = "Asserted%s")
public record Asserted<B extends FactBody>(
        @JsonUnwrapped @Valid B body, @JsonUnwrapped @Valid Assertion assertion) {}
