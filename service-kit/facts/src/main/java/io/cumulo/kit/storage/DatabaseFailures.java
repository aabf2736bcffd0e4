package io.cumulo.kit.storage;

import io.cumulo.kit.problem.Problem;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.Provider;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import org.hibernate.HibernateException;

/**
 * Tells a database that can't be reached, is starting, stopping or out of connections, or that gave up after its time limit (503, ask again) from a
 * fault of ours (500). Nothing of the request was committed in either case.
 */
public final class DatabaseFailures {

    private DatabaseFailures() {}

    static HttpProblem problem(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isPassing(cause)) {
                return Problem.UPSTREAM_UNAVAILABLE
                        .builder("The database can't answer at the moment; nothing was recorded, ask again in a second")
                        .withHeader("Retry-After", 1)
                        .build();
            }
        }
        return HttpProblem.builder().withStatus(Problem.INTERNAL.status()).build();
    }

    /** Whether the database refused what it was given: a constraint, or a value that can't be (SQLSTATE classes 22 and 23). */
    public static boolean isOfTheData(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String state = cause instanceof PgException refused
                    ? refused.getSqlState()
                    : cause instanceof SQLException refused ? refused.getSQLState() : null;
            if (state != null) {
                return state.startsWith("22") || state.startsWith("23");
            }
        }
        return false;
    }

    private static boolean isPassing(Throwable cause) {
        if (cause instanceof PgException refused) {
            return isPassing(refused.getSqlState());
        }
        if (cause instanceof SQLException refused && refused.getSQLState() != null) {
            return isPassing(refused.getSQLState());
        }
        return cause instanceof ConnectException
                || cause instanceof VertxException
                || "Timeout".equals(cause.getMessage());
    }

    /** Connection exceptions, insufficient resources, operator intervention, transaction timeout. */
    private static boolean isPassing(String sqlState) {
        return sqlState.startsWith("08")
                || sqlState.startsWith("53")
                || sqlState.startsWith("57")
                || sqlState.equals("25P03")
                || sqlState.equals("25P04");
    }

    /** What Hibernate wraps. */
    @Provider
    @Priority(Priorities.USER)
    public static final class OfHibernate extends ExceptionMapperBase<HibernateException> {
        @Override
        protected HttpProblem toProblem(HibernateException failure) {
            return problem(failure);
        }
    }

    /** What the reactive client fails with. */
    @Provider
    @Priority(Priorities.USER)
    public static final class OfVertx extends ExceptionMapperBase<VertxException> {
        @Override
        protected HttpProblem toProblem(VertxException failure) {
            return problem(failure);
        }
    }

    /** What the server refuses with. */
    @Provider
    @Priority(Priorities.USER)
    public static final class OfServer extends ExceptionMapperBase<PgException> {
        @Override
        protected HttpProblem toProblem(PgException failure) {
            return problem(failure);
        }
    }

    /** No server at the port. */
    @Provider
    @Priority(Priorities.USER)
    public static final class OfConnection extends ExceptionMapperBase<ConnectException> {
        @Override
        protected HttpProblem toProblem(ConnectException failure) {
            return problem(failure);
        }
    }

    /** What stages wrap. */
    @Provider
    @Priority(Priorities.USER)
    public static final class OfStage extends ExceptionMapperBase<CompletionException> {
        @Override
        protected HttpProblem toProblem(CompletionException failure) {
            return problem(failure);
        }
    }
}
