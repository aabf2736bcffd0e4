package io.cumulo.investments.commitment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.cumulo.kit.fact.Fact;
import java.util.List;

/**
 * A commitment as it is answered: with what the ledger says of it at the same moment.
 *
 * @param state what has become of it
 * @param position null while its amount is undisclosed, and once it is retracted
 * @param converted the position in the currency that was asked for; null: none was, or there is no position
 * @param supersededBy the commitments that have taken its place
 */
public record ShownCommitment(
        @JsonUnwrapped Fact<Commitment> commitment,
        State state,
        Position position,
        @JsonInclude(JsonInclude.Include.NON_NULL) ConvertedPosition converted,
        List<String> supersededBy) {

    public ShownCommitment {
        supersededBy = List.copyOf(supersededBy);
    }

    ShownCommitment with(ConvertedPosition other) {
        return new ShownCommitment(commitment, state, position, other, supersededBy);
    }
}
