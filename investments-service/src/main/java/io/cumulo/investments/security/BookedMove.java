package io.cumulo.investments.security;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;

/**
 * A move and what the ledger has of it.
 *
 * @param move as last told
 * @param transaction id of the transaction that stands for it
 * @param unbooked why none does
 */
public record BookedMove(@JsonUnwrapped Move move, Optional<String> transaction, Optional<Unbooked> unbooked) {}
