package io.cumulo.gateway.limits;

import io.cumulo.gateway.identity.ApiKey;
import io.cumulo.gateway.limits.RateLimits.Quota;
import io.cumulo.gateway.upstream.GatewayProblem;
import io.cumulo.kit.problem.FailureAnswers;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;

/**
 * Keeps one caller from taking what belongs to all: 429 with Retry-After, and on every answer what is left, in the header fields of the IETF
 * draft "RateLimit header fields for HTTP".
 */
@ApplicationScoped
public class RateLimiting {

    /** Between authentication (200) and authorization (100): whoever may not do a thing may not ask for it without end either. */
    private static final int WHEN_KNOWN = 150;

    /** Before authentication: checking a signature costs more than counting. */
    private static final int BEFORE_AUTHENTICATION = 350;

    private final Accounts accounts;
    private final ClientAddress addresses;
    private final FailureAnswers answers;

    RateLimiting(Accounts accounts, ClientAddress addresses, FailureAnswers answers) {
        this.accounts = accounts;
        this.addresses = addresses;
        this.answers = answers;
    }

    void limit(@Observes Filters filters) {
        filters.register(this::checkAttempts, BEFORE_AUTHENTICATION);
        filters.register(this::checkBudget, WHEN_KNOWN);
    }

    private void checkAttempts(RoutingContext context) {
        if (!ApiKey.orToken(context.request())) {
            context.next();
            return;
        }
        Caller address = Caller.at(addresses.of(context.request()));
        long wait = accounts.nanosUntilNextAttempt(address);
        if (wait > 0) {
            refuse(context, wait, "Too many tokens or keys from this address weren't valid");
            return;
        }
        context.addHeadersEndHandler(ended -> {
            if (context.response().getStatusCode() == 401) {
                accounts.failedAttempt(address);
            }
        });
        context.next();
    }

    private void checkBudget(RoutingContext context) {
        if (admits(context)) {
            context.next();
        }
    }

    /** Takes one request out of the caller's budget. Whether there was one left; otherwise the request is answered. */
    public boolean admits(RoutingContext context) {
        Caller caller = Caller.of(context, addresses);
        Budget budget = Budget.of(context);
        ConsumptionProbe probe = accounts.take(caller, budget);
        Quota quota = accounts.quota(caller, budget);
        context.addHeadersEndHandler(ended -> tell(context.response(), budget, quota, probe));
        if (!probe.isConsumed()) {
            refuse(
                    context,
                    probe.getNanosToWaitForRefill(),
                    "At most " + quota.requests() + " requests in "
                            + quota.window().toSeconds() + " s are answered of the kind: " + budget.wireName());
        }
        return probe.isConsumed();
    }

    private static void tell(HttpServerResponse response, Budget budget, Quota quota, ConsumptionProbe probe) {
        String policy = "\"" + budget.wireName() + "\"";
        response.putHeader(
                "RateLimit-Policy",
                policy + ";q=" + quota.requests() + ";w=" + quota.window().toSeconds());
        response.putHeader(
                "RateLimit",
                policy + ";r=" + probe.getRemainingTokens() + ";t=" + seconds(probe.getNanosToWaitForReset()));
    }

    private void refuse(RoutingContext context, long waitNanos, String reason) {
        answers.send(
                context,
                GatewayProblem.TOO_MANY_REQUESTS
                        .builder(reason)
                        .withHeader("Retry-After", seconds(waitNanos))
                        .build());
    }

    /** Rounded up: who comes back after so long finds a request to spend. */
    private static long seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1);
    }
}
