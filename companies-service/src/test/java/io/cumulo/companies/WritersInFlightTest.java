package io.cumulo.companies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.clock.RecordClock;
import io.cumulo.kit.testing.TestDatabase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A past answer waits for whoever may still record something that was known then, however long ago that is. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WritersInFlightTest {

    private final RecordClock impatient = new RecordClock(Duration.ZERO);

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "cumulo.database.username")
    String role;

    @ConfigProperty(name = "cumulo.database.password")
    String password;

    @Test
    void a_commit_that_hangs_for_longer_than_any_may_keeps_its_instant_unsettled() throws Throwable {
        Instant recorded;
        try (Connection writer = DriverManager.getConnection(url, role, password)) {
            writer.setAutoCommit(false);
            recorded = recordedAt(writer);
            assertThatThrownBy(() -> settled(recorded))
                    .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.getStatusCode())
                            .isEqualTo(503));
            assertThat(settled(recorded.minusSeconds(60))).as("before it began").isNotNull();
            writer.commit();
        }
        assertThat(settled(recorded)).as("when it has ended").isNotNull();
    }

    private Moment settled(Instant knownAt) throws Throwable {
        Moment moment = new Moment(LocalDate.EPOCH, Optional.of(knownAt));
        return VertxContextSupport.subscribeAndAwait(() -> Panache.withSession(() -> impatient.settled(moment)));
    }

    private static Instant recordedAt(Connection writer) throws SQLException {
        try (Statement statement = writer.createStatement();
                ResultSet instant = statement.executeQuery("select recorded_at()")) {
            instant.next();
            return instant.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
