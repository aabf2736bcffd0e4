package io.cumulo.investments.claim;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.cumulo.kit.fact.Fact;
import java.util.List;

/**
 * A claim as it is answered: with its corrections at the same moment.
 *
 * @param corrections by key; none: nobody has contradicted it here
 */
public record ShownClaim(@JsonUnwrapped Fact<Claim> claim, List<Fact<Correction>> corrections) {

    public ShownClaim {
        corrections = List.copyOf(corrections);
    }
}
