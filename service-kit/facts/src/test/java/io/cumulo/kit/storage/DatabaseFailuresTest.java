package io.cumulo.kit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.CompositeException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.SocketException;
import java.sql.SQLException;
import org.hibernate.HibernateException;
import org.junit.jupiter.api.Test;

class DatabaseFailuresTest {

    private static int status(Throwable failure) {
        return DatabaseFailures.problem(failure).getStatusCode();
    }

    @Test
    void a_connection_that_is_lost_is_asked_for_again() {
        assertThat(status(new HibernateException(ClosedConnectionException.INSTANCE)))
                .isEqualTo(503);
        assertThat(status(new SQLException("gone", "08006"))).isEqualTo(503);
        assertThat(status(new PgException("too long", "FATAL", "25P04", ""))).isEqualTo(503);
        assertThat(status(new HibernateException(new SocketException("Connection reset"))))
                .isEqualTo(503);
        assertThat(status(
                        new HibernateException(new Throwable("Connection is not active now, current status: CLOSED"))))
                .isEqualTo(503);
    }

    @Test
    void who_had_to_give_way_to_another_transaction_asks_again() {
        assertThat(status(new PgException("deadlock detected", "ERROR", "40P01", "")))
                .isEqualTo(503);
    }

    @Test
    void one_that_is_lost_while_rolling_back_too_as_well() {
        HibernateException lost = new HibernateException(ClosedConnectionException.INSTANCE);

        assertThat(status(new CompositeException(lost, ClosedConnectionException.INSTANCE)))
                .isEqualTo(503);
    }

    @Test
    void whatever_else_fails_is_a_fault_of_ours() {
        assertThat(status(new HibernateException("no such table"))).isEqualTo(500);
        assertThat(status(new CompositeException(new IllegalStateException("one"), new IllegalStateException("two"))))
                .isEqualTo(500);
        assertThat(status(new PgException("null", "ERROR", "23502", ""))).isEqualTo(500);
    }

    @Test
    void causes_that_point_at_each_other_are_looked_at_once() {
        IllegalStateException one = new IllegalStateException("one");
        one.initCause(new IllegalStateException("two", one));

        assertThat(status(one)).isEqualTo(500);
        assertThat(DatabaseFailures.isOfTheData(one)).isFalse();
    }

    @Test
    void what_the_database_refuses_of_the_data_is_told_from_what_it_cant_do() {
        assertThat(DatabaseFailures.isOfTheData(
                        new HibernateException(new PgException("out of range", "ERROR", "22003", ""))))
                .isTrue();
        assertThat(DatabaseFailures.isOfTheData(new PgException("shutting down", "FATAL", "57P01", "")))
                .isFalse();
    }
}
