package io.cumulo.gateway.routing;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Collects what is logged at warning or above, while it is open. */
public final class Warnings extends Handler implements AutoCloseable {

    private final Queue<String> warnings = new ConcurrentLinkedQueue<>();
    private final Logger root = Logger.getLogger("");

    public Warnings() {
        root.addHandler(this);
    }

    public List<String> all() {
        return List.copyOf(warnings);
    }

    @Override
    public void publish(LogRecord line) {
        if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
            warnings.add(line.getLoggerName() + ": " + line.getMessage());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        root.removeHandler(this);
    }
}
