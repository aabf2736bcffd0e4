package io.cumulo.gateway.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.gateway.reading.Unread.Reason;
import io.cumulo.gateway.upstream.Instance;
import io.cumulo.gateway.upstream.Service;
import io.cumulo.kit.observability.RequestId;
import io.cumulo.kit.observability.TraceContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/** Reads single resources and whole lists of the services, within the deadline of a deadline. */
@ApplicationScoped
public class ServiceReader {

    private static final int PAGE_SIZE = 500;

    private final WebClient client;
    private final ObjectMapper mapper;
    private final int maxPages;

    ServiceReader(Vertx vertx, ObjectMapper mapper, ReadingLimits limits) {
        WebClientOptions options = new WebClientOptions()
                .setFollowRedirects(false)
                .setMaxPoolSize(limits.maxConnections())
                .setMaxWaitQueueSize(limits.maxWaiting())
                .setKeepAliveTimeout(30)
                .setConnectTimeout((int) limits.deadline().toMillis())
                .setIdleTimeout((int) limits.deadline().plusSeconds(1).toSeconds());
        this.client = WebClient.create(vertx, options);
        this.mapper = mapper;
        this.maxPages = limits.pages();
    }

    /** One resource; fails with {@link Unread}, at once where every instance of the service is left alone. */
    public Uni<ObjectNode> read(Service service, String target, Deadline deadline) {
        return Uni.createFrom()
                .completionStage(() -> service.next(Set.of())
                        .map(instance -> instance.send(() -> judged(service, instance, target, deadline)))
                        .orElseGet(() -> Future.failedFuture(new CircuitBreakerOpenException()))
                        .recover(failure -> failure instanceof SickAnswer sick
                                ? Future.succeededFuture(sick.answer())
                                : Future.failedFuture(failure))
                        .toCompletionStage())
                .onFailure(CircuitBreakerOpenException.class)
                .transform(open -> new Unread(Reason.UNAVAILABLE, "GET " + target + ": it is left alone"))
                .map(answer -> document(target, answer));
    }

    /** What speaks against the instance fails in a way that its circuit breaker counts. */
    private Future<HttpResponse<Buffer>> judged(Service service, Instance instance, String target, Deadline deadline) {
        HttpRequest<Buffer> request = client.request(
                        HttpMethod.GET, instance.request().setURI(target))
                .putHeader("Accept", "application/json");
        RequestId.current().ifPresent(id -> request.putHeader(RequestId.HEADER, id));
        TraceContext.rewrite(request.headers());
        long millis = deadline.remaining().toMillis();
        long start = System.nanoTime();
        return request.timeout(millis)
                .send()
                .timeout(millis, TimeUnit.MILLISECONDS)
                .transform(outcome -> {
                    if (outcome.failed()) {
                        return Future.failedFuture(unanswered(target, deadline, outcome.cause()));
                    }
                    Duration took = Duration.ofNanos(System.nanoTime() - start);
                    return SickAnswer.is(outcome.result(), took, service.slowAfter())
                            ? Future.failedFuture(new SickAnswer(outcome.result()))
                            : Future.succeededFuture(outcome.result());
                });
    }

    /**
     * A list, page by page; never fails: the listing says what is missing.
     *
     * @param filter query string beside the clocks; may be empty
     */
    public Uni<Listing> list(String part, Service service, String path, String filter, Deadline deadline) {
        return list(part, service, path, filter, "limit=" + PAGE_SIZE, deadline);
    }

    /**
     * As {@link #list(String, Service, String, String, Deadline)}, with a first page of another kind than those that follow.
     *
     * @param firstPage query string of the first page alone
     */
    public Uni<Listing> list(
            String part, Service service, String path, String filter, String firstPage, Deadline deadline) {
        String target = path + "?" + deadline.clocks() + (filter.isEmpty() ? "" : "&" + filter) + "&";
        return follow(Listing.empty(part, path), service, target, firstPage, deadline, 1);
    }

    /** The beginning of a list, of so many items; never fails: the listing says what is missing. */
    public Uni<Listing> firstPage(
            String part, Service service, String path, String filter, int limit, Deadline deadline) {
        Listing empty = Listing.empty(part, path);
        return read(service, path + "?" + deadline.clocks() + "&limit=" + limit + "&" + filter, deadline)
                .map(empty::extendedBy)
                .onFailure(Unread.class)
                .recoverWithItem(failure -> empty.brokenOffBy((Unread) failure));
    }

    private Uni<Listing> follow(
            Listing sofar, Service service, String target, String asked, Deadline deadline, int page) {
        return read(service, target + asked, deadline)
                .flatMap(document -> {
                    Listing longer = sofar.extendedBy(document);
                    String next = "limit=" + PAGE_SIZE + "&cursor="
                            + Deadline.encoded(document.path("next").asText());
                    return longer.truncated() && page < maxPages
                            ? follow(longer, service, target, next, deadline, page + 1)
                            : Uni.createFrom().item(longer);
                })
                .onFailure(Unread.class)
                .recoverWithItem(failure -> sofar.brokenOffBy((Unread) failure));
    }

    private ObjectNode document(String target, HttpResponse<Buffer> answer) {
        JsonNode document = tree(answer);
        if (answer.statusCode() == 200 && document instanceof ObjectNode object) {
            return object;
        }
        throw new Unread(
                reason(answer.statusCode(), document), "GET " + target + " was answered " + answer.statusCode());
    }

    private static Reason reason(int status, JsonNode document) {
        if (document.path("type").asText().endsWith(":not-yet-settled")) {
            return Reason.NOT_YET_SETTLED;
        }
        if (status == 404) {
            return Reason.NOT_FOUND;
        }
        if (status >= 500) {
            return Reason.UNAVAILABLE;
        }
        return status >= 400 ? Reason.REFUSED : Reason.UNREADABLE;
    }

    private JsonNode tree(HttpResponse<Buffer> answer) {
        try {
            return answer.body() == null
                    ? MissingNode.getInstance()
                    : mapper.readTree(answer.body().getBytes());
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    /** That little time was given, or that we have too much to ask at once, says nothing of the service. */
    private static Unread unanswered(String target, Deadline deadline, Throwable failure) {
        boolean late = failure instanceof TimeoutException;
        Reason reason = late ? Reason.TIMEOUT : Reason.UNAVAILABLE;
        String message = "GET " + target + ": " + failure.getMessage();
        return failure instanceof ConnectionPoolTooBusyException || late && deadline.isHurried()
                ? new Unread(reason, message)
                : new Unread.OfIllness(reason, message);
    }
}
