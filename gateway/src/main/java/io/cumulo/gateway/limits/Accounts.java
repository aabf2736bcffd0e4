package io.cumulo.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.cumulo.gateway.limits.RateLimits.Quota;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.stream.Stream;

/** What each caller has left. The memory it takes is bounded, whatever the number of addresses that ask. Caffeine looks for the entry's class by name. */
@ApplicationScoped
@RegisterForReflection(classNames = "com.github.benmanes.caffeine.cache.PSAMS")
class Accounts {

    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(10);

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RateLimits limits;
    private final Cache<Account, Bucket> budgets;
    private final Cache<String, Bucket> attempts;

    Accounts(RateLimits limits) {
        this.limits = limits;
        Duration forgottenAfter = longestWindow(limits);
        this.budgets = Caffeine.newBuilder()
                .maximumSize(limits.callers())
                .expireAfterAccess(forgottenAfter)
                .build();
        this.attempts = Caffeine.newBuilder()
                .maximumSize(limits.callers())
                .expireAfterAccess(forgottenAfter)
                .build();
    }

    /** Whoever stayed away so long has every budget whole again. */
    private static Duration longestWindow(RateLimits limits) {
        return Stream.of(limits.anonymous(), limits.authenticated())
                .flatMap(budgets -> Stream.of(budgets.reading(), budgets.writing(), budgets.bulk()))
                .map(Quota::window)
                .filter(window -> window.compareTo(REMEMBERED_FOR) > 0)
                .max(Duration::compareTo)
                .orElse(REMEMBERED_FOR);
    }

    private record Account(Caller caller, Budget budget) {}

    Quota quota(Caller caller, Budget budget) {
        return budget.of(caller.authenticated() ? limits.authenticated() : limits.anonymous());
    }

    /** Takes one request out of the caller's budget, if there is one left. */
    ConsumptionProbe take(Caller caller, Budget budget) {
        Quota quota = quota(caller, budget);
        return budgets.get(new Account(caller, budget), unknown -> bucket(quota.requests(), quota.window()))
                .tryConsumeAndReturnRemaining(1);
    }

    /** Whether the address may present a token again, and if not when; takes nothing. */
    long nanosUntilNextAttempt(Caller address) {
        Bucket bucket = attempts.getIfPresent(address.name());
        return bucket == null ? 0 : bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
    }

    void failedAttempt(Caller address) {
        attempts.get(address.name(), unknown -> bucket(limits.failedAttempts(), MINUTE))
                .tryConsume(1);
    }

    /** How many callers' budgets are remembered. */
    long size() {
        budgets.cleanUp();
        return budgets.estimatedSize();
    }

    /** For how long. */
    Duration remembered() {
        return budgets.policy().expireAfterAccess().orElseThrow().getExpiresAfter();
    }

    private static Bucket bucket(long requests, Duration window) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(requests).refillGreedy(requests, window))
                .build();
    }
}
