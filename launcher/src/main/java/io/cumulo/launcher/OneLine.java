package io.cumulo.launcher;

/** A failure in one clear line, for somebody who didn't write the code. */
final class OneLine {

    private OneLine() {}

    static String of(Throwable failure) {
        String message = failure.getMessage();
        if (message == null || message.isBlank()) {
            message = failure.getClass().getSimpleName();
        }
        Throwable cause = failure.getCause();
        boolean causeAddsSomething =
                cause != null && cause.getMessage() != null && !message.contains(cause.getMessage());
        return (causeAddsSomething ? message + " (" + cause.getMessage() + ")" : message)
                .lines()
                .findFirst()
                .orElse(message);
    }
}
