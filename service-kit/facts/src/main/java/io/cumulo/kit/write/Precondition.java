package io.cumulo.kit.write;

import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** In which state the client expects the resource that it writes (RFC 9110, 13.1). */
public sealed interface Precondition {

    /** {@code If-None-Match: *}: it must not exist yet. */
    record Absent() implements Precondition {}

    /** {@code If-Match: *}: it must exist. */
    record Present() implements Precondition {}

    /** {@code If-Match}: it must exist in one of these states; tags that are none of ours are of no state. */
    record In(List<EntityTag> states) implements Precondition {}

    /** What a header may say beside {@code *}: entity tags, joined by commas (RFC 9110, 8.8.3). */
    Pattern TAGS = Pattern.compile("\\s*+(W/)?+\"[^\"\\s]*+\"\\s*+(,\\s*+(W/)?+\"[^\"\\s]*+\"\\s*+)*+");

    /**
     * Reads the precondition of a PUT.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 428 when there is none, 400 when it can't be read
     */
    static Precondition of(HttpHeaders headers) {
        String ifMatch = headers.getHeaderString(HttpHeaders.IF_MATCH);
        String ifNoneMatch = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (ifMatch == null && ifNoneMatch == null) {
            throw Problem.PRECONDITION_REQUIRED.because(
                    "Send If-None-Match: * to create, or If-Match with the ETag that you read to replace");
        }
        if (ifMatch != null && ifNoneMatch != null) {
            throw unreadable("If-Match", "If-Match and If-None-Match exclude each other");
        }
        if (ifNoneMatch != null) {
            if (!ifNoneMatch.strip().equals("*")) {
                throw unreadable("If-None-Match", "only * is taken on a write");
            }
            return new Absent();
        }
        return ifMatch.strip().equals("*") ? new Present() : new In(tags(ifMatch));
    }

    private static List<EntityTag> tags(String header) {
        if (!TAGS.matcher(header).matches()) {
            throw unreadable("If-Match", "must be *, or ETags as they were read, in their quotes");
        }
        return Arrays.stream(header.split(","))
                .map(String::strip)
                .map(EntityTag::parse)
                .flatMap(Optional::stream)
                .toList();
    }

    private static RuntimeException unreadable(String header, String detail) {
        return Problem.INVALID_PARAMETER.because(
                "The precondition can't be read", List.of(Fault.header(header, detail)));
    }

    /**
     * Checks the expectation against what is.
     *
     * @param state the resource's revision; empty when it doesn't exist
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 412
     */
    default void check(Optional<Integer> state) {
        if (this instanceof Absent && state.isPresent()) {
            throw Problem.PRECONDITION_FAILED.because("It exists already");
        }
        if (!(this instanceof Absent) && state.isEmpty()) {
            throw Problem.PRECONDITION_FAILED.because("It doesn't exist");
        }
        if (this instanceof In in && in.states().stream().noneMatch(tag -> tag.revision() == state.get())) {
            throw Problem.PRECONDITION_FAILED.because("It has changed since; read it again");
        }
    }
}
