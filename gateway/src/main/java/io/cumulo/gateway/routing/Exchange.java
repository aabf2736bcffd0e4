package io.cumulo.gateway.routing;

import io.cumulo.gateway.upstream.GatewayProblem;
import io.cumulo.gateway.upstream.Service;
import io.cumulo.kit.problem.FailureAnswers;
import io.cumulo.kit.problem.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;

/** One request on its way to a service and its answer on the way back. */
final class Exchange implements ProxyInterceptor {

    /** Web sockets would go round the interceptors, and no service speaks them. */
    private static final ProxyOptions OPTIONS = new ProxyOptions().setSupportWebSocket(false);

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final Service service;
    private final ProxyLimits limits;
    private final long maxBodyBytes;
    private final FailureAnswers answers;
    private final BoundedBody body;
    private Runnable whenSent = () -> {};

    Exchange(RoutingContext context, Service service, ProxyLimits limits, long maxBodyBytes, FailureAnswers answers) {
        this.context = context;
        this.request = context.request();
        this.service = service;
        this.limits = limits;
        this.maxBodyBytes = maxBodyBytes;
        this.answers = answers;
        this.body = new BoundedBody(request, maxBodyBytes, () -> whenSent.run());
    }

    void pass(HttpClient client) {
        request.pause();
        HttpProxy.reverseProxy(OPTIONS, client)
                .origin(proxied -> connect(client))
                .addInterceptor(this)
                .handle(new ClosingRequest(request));
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext proxied) {
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        RequestHead.rewrite(proxied.request().headers(), request);
        proxied.request()
                .setURI(context.normalizedPath() + (request.query() == null ? "" : "?" + request.query()))
                .setBody(Body.body(body, proxied.request().getBody().length()));
        return proxied.sendRequest()
                .map(answer -> presentable(proxied, answer))
                .recover(failure -> Future.succeededFuture(answer(proxied, problemOf(failure))));
    }

    private ProxyResponse presentable(ProxyContext proxied, ProxyResponse answer) {
        AnswerHead.rewrite(answer.headers(), request, service);
        if (answer.getStatusCode() == 204) {
            answer.getBody().stream().resume();
            return answer.setBody(null);
        }
        if (request.version() == HttpVersion.HTTP_1_0 && answer.getBody().length() < 0) {
            answer.release();
            return answer(
                    proxied,
                    GatewayProblem.HTTP_VERSION_TOO_OLD.because(
                            "The answer is streamed, and HTTP/1.0 would need its length beforehand"));
        }
        return answer;
    }

    private Future<HttpClientRequest> connect(HttpClient client) {
        return client.request(service.request()
                        .setConnectTimeout(limits.connectTimeout().toMillis()))
                .onSuccess(this::watch)
                .recover(failure -> Future.failedFuture(OriginFailure.unreachable(service)));
    }

    private void watch(HttpClientRequest outgoing) {
        whenSent = () -> startWaiting(outgoing);
        // What breaks is told by the future answer; without this it would be logged as unhandled too.
        outgoing.exceptionHandler(toldElsewhere -> {});
    }

    /** Counted from the end of the request: a client on a slow line is not the service's fault. */
    private void startWaiting(HttpClientRequest outgoing) {
        if (!outgoing.response().isComplete()) {
            outgoing.setTimeout(limits.responseTimeout().toMillis());
        }
    }

    private HttpProblem problemOf(Throwable failure) {
        if (body.exceeded()) {
            return Problem.BODY_TOO_LARGE.because("At most " + maxBodyBytes + " bytes are taken");
        }
        return failure instanceof HttpProblem known ? known : OriginFailure.unanswered(service, failure);
    }

    private ProxyResponse answer(ProxyContext proxied, HttpProblem problem) {
        ProxyResponse answer = proxied.request().release().response();
        problem.getHeaders().forEach((name, value) -> answer.putHeader(name, String.valueOf(value)));
        if (bodyMayStillCome()) {
            answer.putHeader(HttpHeaders.CONNECTION, "close");
            context.addEndHandler(ended -> request.connection().close());
        }
        return answer.setStatusCode(problem.getStatusCode())
                .putHeader(HttpHeaders.CONTENT_TYPE, HttpProblem.MEDIA_TYPE.toString())
                .setBody(Body.body(Buffer.buffer(answers.document(context, problem))));
    }

    /** Nobody will read it: it ends with the connection. */
    private boolean bodyMayStillCome() {
        return !request.isEnded()
                && (request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                        || request.headers().contains(HttpHeaders.TRANSFER_ENCODING));
    }
}
