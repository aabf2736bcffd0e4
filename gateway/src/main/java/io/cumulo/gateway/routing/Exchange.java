package io.cumulo.gateway.routing;

import io.cumulo.gateway.caching.AnswerCache;
import io.cumulo.gateway.limits.ClientAddress;
import io.cumulo.gateway.upstream.GatewayProblem;
import io.cumulo.gateway.upstream.Service;
import io.cumulo.kit.problem.BodyLimits;
import io.cumulo.kit.problem.FailureAnswers;
import io.cumulo.kit.problem.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Set;
import java.util.stream.Collector;

/** One request on its way to a service and its answer on the way back. */
final class Exchange implements ProxyInterceptor {

    /** Web sockets would go round the interceptors, and no service speaks them. */
    private static final ProxyOptions OPTIONS = new ProxyOptions().setSupportWebSocket(false);

    /** A head without a length would announce chunks that never come, and clients would wait for them. */
    private static final Set<Integer> HAVE_NO_BODY = Set.of(204, 304);

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final Service service;
    private final Shared shared;
    private final long maxBodyBytes;
    private final Deadline deadline;
    private final Delivery delivery;
    private final BoundedBody body;
    private final boolean hasBody;
    private HttpProblem refusal;

    /** What all exchanges need alike. */
    record Shared(
            ProxyLimits limits,
            BodyLimits bodies,
            ClientAddress addresses,
            AnswerCache cache,
            FailureAnswers answers) {}

    Exchange(RoutingContext context, Service service, HttpClient client, Shared shared) {
        this.context = context;
        this.request = context.request();
        this.service = service;
        this.shared = shared;
        this.maxBodyBytes = shared.bodies().of(request.method(), context.normalizedPath());
        this.hasBody = BoundedBody.announced(request);
        this.deadline = Deadline.of(request, shared.limits().responseTimeout());
        boolean repeatable = !hasBody && BoundedBody.readsOnly(request);
        this.delivery = new Delivery(request, service, client, shared.limits(), deadline, repeatable);
        this.body = new BoundedBody(request, maxBodyBytes, delivery::bodySent);
        if (hasBody) {
            SlowBody.watch(context.vertx(), request, body, shared.limits(), delivery::blameClient);
        }
    }

    void pass(HttpClient client) {
        request.pause();
        HttpProxy.reverseProxy(OPTIONS, client)
                .origin(delivery)
                .addInterceptor(this)
                .handle(new ProxiedClient(request));
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext proxied) {
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        RequestHead.rewrite(
                proxied.request().headers(), context, shared.addresses().of(request), deadline);
        proxied.request().setURI(context.normalizedPath() + (request.query() == null ? "" : "?" + request.query()));
        if (hasBody) {
            proxied.request()
                    .setBody(Body.body(body, proxied.request().getBody().length()));
        } else {
            proxied.request().setBody(null);
            request.resume();
            delivery.bodySent();
        }
        return delivery.send(proxied)
                .map(answer -> presentable(proxied, answer))
                .compose(this::kept)
                .recover(failure -> request.response().closed()
                        ? Future.failedFuture(failure)
                        : Future.succeededFuture(refused(proxied, problemOf(failure))));
    }

    /** The library would reset the request to the service when the client leaves, and where one is refused there may be none. */
    @Override
    public Future<Void> handleProxyResponse(ProxyContext proxied) {
        if (refusal == null) {
            return proxied.sendResponse();
        }
        shared.answers().send(context, refusal);
        return Future.succeededFuture();
    }

    private ProxyResponse presentable(ProxyContext proxied, ProxyResponse answer) {
        AnswerHead.rewrite(answer.headers(), request, service);
        shared.cache().mark(context, answer.getStatusCode(), answer.headers());
        if (HAVE_NO_BODY.contains(answer.getStatusCode())) {
            answer.getBody().stream().resume();
            return answer.setBody(null);
        }
        if (request.version() == HttpVersion.HTTP_1_0 && answer.getBody().length() < 0) {
            answer.release();
            return refused(
                    proxied,
                    GatewayProblem.HTTP_VERSION_TOO_OLD.because(
                            "The answer is streamed, and HTTP/1.0 would need its length beforehand"));
        }
        return answer;
    }

    /** What is kept is read whole before it is passed on: it is small, and must not be kept in part. */
    private Future<ProxyResponse> kept(ProxyResponse answer) {
        Body sent = answer.getBody();
        if (request.method() != HttpMethod.GET
                || sent == null
                || !shared.cache().keeps(context, answer.getStatusCode(), answer.headers(), sent.length())) {
            return Future.succeededFuture(answer);
        }
        Future<Buffer> whole =
                sent.stream().collect(Collector.of(Buffer::buffer, Buffer::appendBuffer, Buffer::appendBuffer));
        sent.stream().resume();
        return whole.transform(read -> {
            if (read.failed()) {
                return Future.failedFuture(new OriginFailure.Broken());
            }
            shared.cache().keep(context, answer.headers(), read.result());
            return Future.succeededFuture(answer.setBody(Body.body(read.result())));
        });
    }

    private HttpProblem problemOf(Throwable failure) {
        if (body.exceeded()) {
            return Problem.BODY_TOO_LARGE.because("At most " + maxBodyBytes + " bytes are taken");
        }
        if (body.tooSlow()) {
            return GatewayProblem.BODY_TOO_SLOW.because("The body must keep coming; nothing is kept of what came");
        }
        return failure instanceof OriginFailure known
                ? known.problem(service, request.method())
                : OriginFailure.leftAlone(service);
    }

    private ProxyResponse refused(ProxyContext proxied, HttpProblem problem) {
        refusal = problem;
        if (hasBody && !request.isEnded()) {
            Refusal.closeAfter(context);
        }
        return proxied.request().release().response();
    }
}
