package io.cumulo.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.kit.observability.TraceId;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Answers, as problem documents, what is refused before a resource is reached: a missing or bad token, a role that isn't enough, a body above
 * {@code cumulo.limits.body-bytes}.
 */
@ApplicationScoped
public class FailureAnswers {

    /** Before authentication: a body that nobody will read needs no identity. */
    private static final int BEFORE_AUTHENTICATION = 400;

    /** The server sets one bound for every body that doesn't announce its length; ours replaces it. */
    private static final int AFTER_THE_SERVERS_OWN = 1;

    private final ObjectMapper mapper;
    private final BodyLimits limits;

    public FailureAnswers(ObjectMapper mapper, BodyLimits limits) {
        this.mapper = mapper;
        this.limits = limits;
    }

    void refuseAnnouncedBodies(@Observes Filters filters) {
        filters.register(this::checkAnnouncedLength, BEFORE_AUTHENTICATION);
        filters.register(this::boundUnannouncedLength, AFTER_THE_SERVERS_OWN);
    }

    void answerFailures(@Observes Router router) {
        router.route().failureHandler(this::answer);
    }

    private void checkAnnouncedLength(RoutingContext context) {
        String announced = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        long maxBodyBytes =
                limits.of(context.request().method(), context.request().path());
        if (announced != null && announced.length() < 19 && Long.parseLong(announced) <= maxBodyBytes
                || announced == null) {
            context.next();
            return;
        }
        HttpServerRequest request = context.request();
        if (request.version() != HttpVersion.HTTP_2) {
            request.response().putHeader(HttpHeaders.CONNECTION, "close");
        }
        send(context, Problem.BODY_TOO_LARGE.because("At most " + maxBodyBytes + " bytes are taken"));
    }

    private void boundUnannouncedLength(RoutingContext context) {
        context.put(
                VertxHttpRecorder.MAX_REQUEST_SIZE_KEY,
                limits.of(context.request().method(), context.request().path()));
        context.next();
    }

    private void answer(RoutingContext context) {
        if (context.response().headWritten()) {
            context.next();
        } else if (context.failure() instanceof UnauthorizedException
                || context.failure() instanceof AuthenticationFailedException) {
            unauthenticated(context);
        } else if (context.failure() instanceof ForbiddenException) {
            send(
                    context,
                    Problem.FORBIDDEN.because(
                            "The token is valid, but its groups don't include the role that is needed"));
        } else if (context.statusCode() == 400 && context.failure() instanceof VertxException) {
            send(context, Problem.MALFORMED_REQUEST.because("Exactly one host must be named, as name:port"));
        } else if (context.statusCode() == 413) {
            long maxBodyBytes =
                    limits.of(context.request().method(), context.request().path());
            send(context, Problem.BODY_TOO_LARGE.because("At most " + maxBodyBytes + " bytes are taken"));
        } else {
            context.next();
        }
    }

    /** 401 with the challenge of RFC 6750: a token that was sent is called invalid, and no more is told about it. */
    public void unauthenticated(RoutingContext context) {
        boolean sent = context.request().headers().contains(HttpHeaders.AUTHORIZATION);
        context.response().putHeader("WWW-Authenticate", sent ? "Bearer error=\"invalid_token\"" : "Bearer");
        send(context, Problem.UNAUTHENTICATED.because("Send a valid token: Authorization: Bearer <token>"));
    }

    /** Writes a problem straight to the connection. */
    public void send(RoutingContext context, HttpProblem problem) {
        problem.getHeaders().forEach((name, value) -> context.response().putHeader(name, String.valueOf(value)));
        context.response()
                .setStatusCode(problem.getStatusCode())
                .putHeader(HttpHeaders.CONTENT_TYPE, HttpProblem.MEDIA_TYPE.toString())
                .end(document(context, problem));
    }

    /** The problem document, for those who write it by another way. */
    public String document(RoutingContext context, HttpProblem problem) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", problem.getType());
        document.put("title", problem.getTitle());
        document.put("status", problem.getStatusCode());
        document.put("detail", problem.getDetail());
        document.put("instance", context.request().path());
        TraceId.current().ifPresent(traceId -> document.put("traceId", traceId));
        document.putAll(problem.getParameters());
        return json(document);
    }

    private String json(Map<String, Object> document) {
        try {
            return mapper.writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
