package io.cumulo.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class KnownProblemsInOneLineTest {

    @Test
    void a_problem_raised_by_name_is_logged_without_its_stack() {
        LogRecord known = logged(Problem.UPSTREAM_UNAVAILABLE.because("away"));
        assertThat(new KnownProblemsInOneLine().isLoggable(known)).isTrue();
        assertThat(known.getThrown()).isNull();
    }

    @Test
    void what_nobody_foresaw_keeps_its_stack() {
        LogRecord unforeseen = logged(new IllegalStateException("how?"));
        assertThat(new KnownProblemsInOneLine().isLoggable(unforeseen)).isTrue();
        assertThat(unforeseen.getThrown()).isInstanceOf(IllegalStateException.class);
    }

    private static LogRecord logged(Throwable thrown) {
        LogRecord entry = new LogRecord(Level.SEVERE, "failed");
        entry.setThrown(thrown);
        return entry;
    }
}
