package io.cumulo.kit.storage;

import io.cumulo.kit.problem.Problem;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.CompositeException;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.Provider;
import java.net.SocketException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.hibernate.HibernateException;

/**
 * Tells a database that can't be reached, is starting, stopping or out of connections, that gave up after its time limit, or let another transaction go
 * first where two waited for each other (503, ask again) from a fault of ours (500). Who lost the database while it was committing can't know whether it
 * did: the same request again, with its precondition or its {@code Idempotency-Key}, takes effect once in either case.
 */
public final class DatabaseFailures {

    /** Causes may point at each other. */
    private static final int MOST_CAUSES = 50;

    private DatabaseFailures() {}

    static HttpProblem problem(Throwable failure) {
        if (isPassing(failure)) {
            return Problem.UPSTREAM_UNAVAILABLE
                    .builder("The database can't answer at the moment; send the same request again in a second")
                    .withHeader("Retry-After", 1)
                    .build();
        }
        return HttpProblem.builder().withStatus(Problem.INTERNAL.status()).build();
    }

    /** Whether the database can't be reached, or gave up for what passes. */
    public static boolean isPassing(Throwable failure) {
        return causes(failure).anyMatch(DatabaseFailures::passes);
    }

    /** The failure and what is behind it; a rollback that fails too makes a failure with several causes. */
    private static Stream<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        Deque<Throwable> waiting = new ArrayDeque<>(List.of(failure));
        while (!waiting.isEmpty() && causes.size() < MOST_CAUSES) {
            Throwable cause = waiting.poll();
            causes.add(cause);
            if (cause instanceof CompositeException several) {
                waiting.addAll(several.getCauses());
            } else if (cause.getCause() != null) {
                waiting.add(cause.getCause());
            }
        }
        return causes.stream();
    }

    /** Whether the database refused what it was given: a constraint, or a value that can't be (SQLSTATE classes 22 and 23). */
    public static boolean isOfTheData(Throwable failure) {
        return sqlStateOf(failure)
                .filter(state -> state.startsWith("22") || state.startsWith("23"))
                .isPresent();
    }

    /** Whether the database isn't as it should be: it has no such table, gives no right to it, or is one that is only read (SQLSTATE class 42, and 25006). */
    public static boolean isOfTheSchema(Throwable failure) {
        return sqlStateOf(failure)
                .filter(state -> state.startsWith("42") || state.equals("25006"))
                .isPresent();
    }

    private static Optional<String> sqlStateOf(Throwable failure) {
        return causes(failure).flatMap(cause -> sqlState(cause).stream()).findFirst();
    }

    private static Optional<String> sqlState(Throwable cause) {
        if (cause instanceof PgException refused) {
            return Optional.ofNullable(refused.getSqlState());
        }
        return cause instanceof SQLException refused ? Optional.ofNullable(refused.getSQLState()) : Optional.empty();
    }

    private static boolean passes(Throwable cause) {
        return sqlState(cause)
                .map(DatabaseFailures::passes)
                .orElseGet(() -> cause instanceof SocketException
                        || cause instanceof VertxException
                        || isOfTheClient(String.valueOf(cause.getMessage())));
    }

    /** What the reactive client says without a type of its own: that no connection came free in time, or that the one it had was ended meanwhile. */
    private static boolean isOfTheClient(String message) {
        return message.equals("Timeout") || message.startsWith("Connection is not active now");
    }

    /** Connection exceptions, deadlocks and the like, insufficient resources, operator intervention, transaction timeout. */
    private static boolean passes(String sqlState) {
        return sqlState.startsWith("08")
                || sqlState.startsWith("40")
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

    /** No server at the port, or one that hung up: it ends a session after its time limit. */
    @Provider
    @Priority(Priorities.USER)
    public static final class OfConnection extends ExceptionMapperBase<SocketException> {
        @Override
        protected HttpProblem toProblem(SocketException failure) {
            return problem(failure);
        }
    }

    /** A failure and that of the rollback after it. */
    @Provider
    @Priority(Priorities.USER)
    public static final class OfSeveral extends ExceptionMapperBase<CompositeException> {
        @Override
        protected HttpProblem toProblem(CompositeException failure) {
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
