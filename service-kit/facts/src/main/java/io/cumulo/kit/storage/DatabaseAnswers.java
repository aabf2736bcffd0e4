package io.cumulo.kit.storage;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether the database answers, on a connection of its own: a question that waits behind requests for one of theirs would call a process that is busy
 * gone, and all of them at once, since they are busy together.
 */
@Readiness
@ApplicationScoped
class DatabaseAnswers implements AsyncHealthCheck {

    /** Less than the probe waits for. */
    private static final Duration AT_MOST = Duration.ofSeconds(2);

    private final Pool own;

    DatabaseAnswers(@ReactiveDataSource("readiness") Pool own) {
        this.own = own;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return own.query("select 1")
                .execute()
                .ifNoItem()
                .after(AT_MOST)
                .fail()
                .map(rows -> true)
                .onFailure()
                .recoverWithItem(false)
                .map(answers -> HealthCheckResponse.named("database answers")
                        .status(answers)
                        .build());
    }
}
