package io.cumulo.companies.search;

/** Ranges of an index that hold what begins with a text. */
final class Prefix {

    private Prefix() {}

    /** Greater, byte by byte, than whatever begins so. */
    static String above(String prefix) {
        return prefix + Character.toString(Character.MAX_CODE_POINT);
    }
}
