package io.cumulo.companies.search;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** While the index is made by the newer rules of this process, those with older ones go on answering: it isn't ready before it finds as much as they do. */
@Readiness
@ApplicationScoped
class CompaniesCanBeFound implements AsyncHealthCheck {

    /** Less than the probe waits for. */
    private static final Duration AT_MOST = Duration.ofSeconds(2);

    private final IndexState index;
    private final Pool readiness;

    CompaniesCanBeFound(IndexState index, @ReactiveDataSource("readiness") Pool readiness) {
        this.index = index;
        this.readiness = readiness;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return (index.isWhole() ? Uni.createFrom().item(true) : asked())
                .map(whole -> HealthCheckResponse.named("companies can be found")
                        .status(whole)
                        .build());
    }

    private Uni<Boolean> asked() {
        return readiness
                .preparedQuery("select whole >= $1 from search_index")
                .execute(Tuple.of(NameForms.RULES))
                .ifNoItem()
                .after(AT_MOST)
                .fail()
                .map(rows -> rows.iterator().next().getBoolean(0))
                .invoke(index::saw)
                .onFailure()
                .recoverWithItem(false);
    }
}
