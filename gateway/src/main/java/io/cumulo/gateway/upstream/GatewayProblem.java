package io.cumulo.gateway.upstream;

import io.cumulo.kit.problem.ProblemKind;

/** What only the gateway answers. */
public enum GatewayProblem implements ProblemKind {
    AMBIGUOUS_PATH(400, "The path can be read in two ways"),
    BODY_TOO_SLOW(408, "The body came too slowly"),
    TARGET_TOO_LONG(414, "The request target is too long"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    HEAD_TOO_LARGE(431, "The head of the request is too large"),
    METHOD_UNKNOWN(501, "No resource knows this method"),
    UPSTREAM_BUSY(503, "A service that is needed has more to do than it can"),
    UPSTREAM_TOO_SLOW(504, "A service that is needed didn't answer in time"),
    HTTP_VERSION_TOO_OLD(505, "This answer needs HTTP/1.1"),
    HTTP_VERSION_UNKNOWN(505, "Another version of HTTP is spoken here");

    private final int status;
    private final String title;

    GatewayProblem(int status, String title) {
        this.status = status;
        this.title = title;
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
