package io.cumulo.gateway.routing;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts requests as Quarkus does for its shutdown: one that never ends makes every shutdown wait in vain. */
@Singleton
public class InProgress {

    private static final int FIRST = 2_000;

    private final AtomicInteger requests = new AtomicInteger();

    int requests() {
        return requests.get();
    }

    void count(@Observes Filters filters) {
        filters.register(
                context -> {
                    requests.incrementAndGet();
                    QuarkusRequestWrapper.get(context.request())
                            .addRequestDoneHandler(done -> requests.decrementAndGet());
                    context.next();
                },
                FIRST);
    }
}
