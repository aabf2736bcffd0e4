package io.cumulo.gateway.routing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Refuses paths that the gateway and a service could read differently: whoever routes and authorises by one reading must not pass on the other
 * (RFC 3986, section 6.2.2; RFC 9110, section 17.5).
 */
final class PathCheck {

    /** {@code /v1/companies}: what the route is chosen by. */
    private static final int ROUTE_SEGMENTS = 2;

    private PathCheck() {}

    /** What is wrong with a raw path, as sent; empty when there is one reading only. */
    static Optional<String> fault(String rawPath) {
        String decoded;
        try {
            decoded = decode(rawPath);
        } catch (IllegalArgumentException malformed) {
            return Optional.of("A % must be followed by two hexadecimal digits");
        }
        if (decoded.chars().anyMatch(character -> character == '\\' || Character.isISOControl(character))) {
            return Optional.of("Backslashes and control characters have no place in a path");
        }
        if (Arrays.stream(decoded.split("/")).anyMatch(segment -> segment.equals(".") || segment.equals(".."))) {
            return Optional.of("The segments . and .. are not taken, encoded or not");
        }
        return slashHidesInRoute(rawPath)
                ? Optional.of("An encoded slash is not taken in the first two segments")
                : Optional.empty();
    }

    private static boolean slashHidesInRoute(String rawPath) {
        return Arrays.stream(rawPath.split("/"))
                .filter(segment -> !segment.isEmpty())
                .limit(ROUTE_SEGMENTS)
                .anyMatch(segment -> decode(segment).contains("/"));
    }

    /** The plus sign stands for itself in a path. */
    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
