package io.cumulo.kit.write;

import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * A request that its client may repeat (IETF draft Idempotency-Key).
 *
 * @param principal who sends it: keys of two principals never meet
 * @param key chosen by the client: 1 to 255 visible ASCII characters; the quotes of the structured-field syntax are dropped
 * @param route method and path
 * @param bodySha256 hash of the body as it came
 */
record IdempotencyKey(String principal, String key, String route, String bodySha256) {

    static Optional<IdempotencyKey> of(String header, String principal, String route, String bodySha256) {
        if (header == null) {
            return Optional.empty();
        }
        String key = header.length() > 2 && header.startsWith("\"") && header.endsWith("\"")
                ? header.substring(1, header.length() - 1)
                : header;
        if (!key.matches("[\\x21-\\x7e]{1,255}")) {
            throw Problem.INVALID_PARAMETER.because(
                    "The Idempotency-Key can't be used",
                    List.of(Fault.header("Idempotency-Key", "must be 1 to 255 visible ASCII characters")));
        }
        return Optional.of(new IdempotencyKey(principal, key, route, bodySha256));
    }
}
