package io.cumulo.kit.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/** A problem that the code raised by name is told in one line: only what nobody foresaw needs its stack trace. */
@LoggingFilter(name = "known-problems")
public final class KnownProblemsInOneLine implements Filter {

    @Override
    public boolean isLoggable(LogRecord record) {
        if (record.getThrown() instanceof HttpProblem) {
            record.setThrown(null);
        }
        return true;
    }
}
