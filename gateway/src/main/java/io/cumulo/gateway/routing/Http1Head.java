package io.cumulo.gateway.routing;

import io.cumulo.gateway.upstream.GatewayProblem;
import io.cumulo.kit.problem.Problem;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * The head of an HTTP/1 request, as far as the server and its router would refuse it on their own, with a status and nothing else: before the request has
 * a name, and before it is written down. A stand-in that they let pass takes its place, and is refused where all else is.
 */
final class Http1Head {

    /** What may stand in a target for itself (RFC 3986, section 3.3), the start of a query included. */
    private static final String MARKS = "-._~!$&'()*+,;=:@/?";

    private static final String NO_HOST = "refused.invalid";

    private Http1Head() {}

    /** What is wrong; empty when nothing is. */
    static Optional<HttpProblem> problem(HttpRequest head) {
        return decoderProblem(head)
                .or(() -> versionProblem(head.protocolVersion()))
                .or(() -> targetProblem(head.uri()))
                .or(() -> hostProblem(head));
    }

    /** Fails with the problem, has the same headers, and a target and a host that anybody can read. */
    static HttpRequest standIn(HttpRequest head, HttpProblem problem) {
        HttpRequest standIn =
                new DefaultHttpRequest(HttpVersion.HTTP_1_1, head.method(), legible(head.uri()), head.headers());
        standIn.headers().set(HttpHeaderNames.HOST, NO_HOST);
        standIn.setDecoderResult(DecoderResult.failure(problem));
        return standIn;
    }

    private static Optional<HttpProblem> decoderProblem(HttpRequest head) {
        if (head.decoderResult().isSuccess()) {
            return Optional.empty();
        }
        Throwable cause = head.decoderResult().cause();
        if (cause instanceof TooLongHttpLineException) {
            return Optional.of(GatewayProblem.TARGET_TOO_LONG.because(
                    "Ask by POST what is too long for a URL, where that is offered"));
        }
        return Optional.of(
                cause instanceof TooLongHttpHeaderException
                        ? GatewayProblem.HEAD_TOO_LARGE.because("All headers together are too large")
                        : Problem.MALFORMED_REQUEST.because("The head of the request can't be read (RFC 9112)"));
    }

    @SuppressWarnings(
            "ReferenceEquality") // the server knows these two by what they are, too, and no other that is written alike
    private static Optional<HttpProblem> versionProblem(HttpVersion version) {
        return version == HttpVersion.HTTP_1_1 || version == HttpVersion.HTTP_1_0
                ? Optional.empty()
                : Optional.of(GatewayProblem.HTTP_VERSION_UNKNOWN.because("Send HTTP/1.1, or begin with HTTP/2"));
    }

    private static Optional<HttpProblem> targetProblem(String target) {
        if (target.equals("*")) {
            return Optional.of(Problem.NOT_FOUND.because("Nothing is told of the server as a whole"));
        }
        if (!target.startsWith("/") && !target.contains("://")) {
            return Optional.of(Problem.MALFORMED_REQUEST.because("The request target must be a path or a URL"));
        }
        return isUrl(target)
                ? Optional.empty()
                : Optional.of(Problem.MALFORMED_REQUEST.because(
                        "What has no place of its own in a URL must be percent-encoded (RFC 3986), % included"));
    }

    /** Most targets hold nothing but what may be anywhere. */
    private static boolean isUrl(String target) {
        boolean plain = !target.startsWith("//");
        for (int index = 0; index < target.length(); index++) {
            if (target.charAt(index) > '~') {
                return false;
            }
            plain = plain && isPlain(target, index);
        }
        return plain || isUri(target);
    }

    private static boolean isPlain(String target, int index) {
        char character = target.charAt(index);
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9'
                || MARKS.indexOf(character) >= 0
                || character == '%' && isHex(target, index + 1) && isHex(target, index + 2);
    }

    private static boolean isHex(String text, int index) {
        return index < text.length() && Character.digit(text.charAt(index), 16) >= 0;
    }

    /** As the server asks it. */
    private static boolean isUri(String target) {
        try {
            return new URI(target).getRawPath() != null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    /** What the router takes for a host; which of those are taken here is looked at later. */
    private static Optional<HttpProblem> hostProblem(HttpRequest head) {
        String host = head.headers().get(HttpHeaderNames.HOST);
        boolean fine = host == null
                ? head.protocolVersion().equals(HttpVersion.HTTP_1_0)
                : HostAndPort.parseAuthority(host, -1) != null;
        return fine ? Optional.empty() : Optional.of(Problem.MALFORMED_REQUEST.because(HeadCheck.ONE_HOST));
    }

    private static String legible(String target) {
        StringBuilder legible = new StringBuilder("/");
        for (int index = 0; index < target.length(); index++) {
            if (legible.length() == 1 && target.charAt(index) == '/') {
                continue;
            }
            legible.append(
                    isPlain(target, index)
                            ? String.valueOf(target.charAt(index))
                            : String.format(Locale.ROOT, "%%%02X", target.charAt(index) & 0xFF));
        }
        return legible.toString();
    }
}
