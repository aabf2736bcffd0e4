package io.cumulo.kit.request;

import io.cumulo.kit.problem.FailureAnswers;
import io.cumulo.kit.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** Refuses addresses whose percent-encoding holds what is no UTF-8: others would read a replacement character there, and look for that. */
@ApplicationScoped
class AddressCheck {

    /** Between cross-origin use (300) and whatever answers. */
    private static final int BEFORE_ANSWERS = 290;

    private final FailureAnswers answers;

    AddressCheck(FailureAnswers answers) {
        this.answers = answers;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_ANSWERS);
    }

    private void check(RoutingContext context) {
        fault(context.request().uri())
                .map(Problem.MALFORMED_REQUEST::because)
                .ifPresentOrElse(problem -> answers.send(context, problem), context::next);
    }

    /** What is wrong with a path and query as they were sent. */
    static Optional<String> fault(String address) {
        if (address.indexOf('%') < 0) {
            return Optional.empty();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(address.length());
        for (int at = 0; at < address.length(); at++) {
            char letter = address.charAt(at);
            if (letter != '%') {
                bytes.write(letter < 0x80 ? letter : '?');
            } else if (at + 2 < address.length()
                    && HexFormat.isHexDigit(address.charAt(at + 1))
                    && HexFormat.isHexDigit(address.charAt(at + 2))) {
                bytes.write(HexFormat.fromHexDigits(address, at + 1, at + 3));
                at += 2;
            } else {
                return Optional.of("A % in the address must be followed by two hexadecimal digits");
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
            return Optional.empty();
        } catch (CharacterCodingException noText) {
            return Optional.of("What is percent-encoded in the address must be text in UTF-8");
        }
    }
}
