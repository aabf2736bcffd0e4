package io.cumulo.investments.commitment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.cumulo.kit.fact.Fact;

/**
 * A commitment as it is answered: with what the ledger says of it at the same moment.
 *
 * @param position null when its amount is undisclosed
 */
public record ShownCommitment(@JsonUnwrapped Fact<Commitment> commitment, Position position) {}
