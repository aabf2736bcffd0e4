package io.cumulo.kit.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;

/** The problems that every service answers in the same way. */
public enum Problem implements ProblemKind {
    MALFORMED_BODY(400, "The body is not well-formed JSON"),
    MALFORMED_REQUEST(400, "The request is not well-formed HTTP"),
    INVALID_PARAMETER(400, "A parameter can't be used"),
    KNOWN_AT_IN_THE_FUTURE(400, "knownAt lies in the future"),
    UNAUTHENTICATED(401, "A valid token is needed"),
    FORBIDDEN(403, "The token's role doesn't allow this"),
    NOT_FOUND(404, "No such resource"),
    METHOD_NOT_ALLOWED(405, "The method isn't allowed here"),
    NOT_ACCEPTABLE(406, "No acceptable representation"),
    NOT_ALLOWED_NOW(409, "Not allowed in the present state"),
    REQUEST_IN_FLIGHT(409, "A request with this Idempotency-Key is still being carried out"),
    PRECONDITION_FAILED(412, "The resource is not in the expected state"),
    BODY_TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The media type isn't taken"),
    INVALID_BODY(422, "The body says something that can't be recorded"),
    IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key was used for another request"),
    PRECONDITION_REQUIRED(428, "The request must be conditional"),
    INTERNAL(500, "Internal error"),
    UPSTREAM_UNAVAILABLE(503, "A service that is needed can't be reached"),
    NOT_YET_SETTLED(503, "The answer for this knownAt isn't settled yet");

    private final int status;
    private final String title;

    Problem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** 422 with everything that is wrong with a body. */
    public static HttpProblem invalidBody(List<Fault> faults) {
        return INVALID_BODY.because(
                faults.size() == 1 ? "1 member of the body is wrong" : faults.size() + " members of the body are wrong",
                faults);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
