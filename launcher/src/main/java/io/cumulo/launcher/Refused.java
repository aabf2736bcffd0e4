package io.cumulo.launcher;

/** Something that the person at the keyboard can mend; the message says how, a line for each thing that is wrong. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refused(String message) {
        super(message);
    }
}
