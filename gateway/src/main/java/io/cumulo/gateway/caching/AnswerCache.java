package io.cumulo.gateway.caching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Answers that never change, kept for anybody who asks the same; bounded in bytes. Caffeine looks for the cache's class by name. */
@ApplicationScoped
@RegisterForReflection(classNames = "com.github.benmanes.caffeine.cache.SSMW")
public class AnswerCache {

    private final CacheLimits limits;
    private final Cache<Asked, KeptAnswer> answers;

    AnswerCache(CacheLimits limits) {
        this.limits = limits;
        this.answers = Caffeine.newBuilder()
                .maximumWeight(limits.bytes())
                .weigher((Asked asked, KeptAnswer answer) -> asked.bytes() + answer.bytes())
                .build();
    }

    /** Answers from what is kept, if it is. */
    public boolean answer(RoutingContext context) {
        Optional<KeptAnswer> kept =
                Asked.by(context.request(), context.normalizedPath()).map(answers::getIfPresent);
        kept.ifPresent(
                answer -> answer.send(context.request(), Clock.systemUTC().instant()));
        return kept.isPresent();
    }

    /** Says in the head of an answer for how long it holds: for ever, or until somebody looks again. */
    public void mark(RoutingContext context, int status, MultiMap headers) {
        Permanence.mark(context.request(), status, headers, Clock.systemUTC().instant());
    }

    /** Whether an answer may be kept, once it is marked. */
    public boolean keeps(RoutingContext context, int status, MultiMap headers, long length) {
        return length >= 0
                && length <= limits.answerBytes()
                && Permanence.isKept(status, headers)
                && Asked.by(context.request(), context.normalizedPath()).isPresent();
    }

    public void keep(RoutingContext context, MultiMap headers, Buffer body) {
        Asked.by(context.request(), context.normalizedPath())
                .ifPresent(asked -> answers.put(
                        asked, KeptAnswer.of(headers, body, Clock.systemUTC().instant())));
    }

    /** How much is kept. */
    long bytes() {
        answers.cleanUp();
        return answers.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }
}
