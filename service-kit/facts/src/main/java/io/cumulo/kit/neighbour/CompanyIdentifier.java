package io.cumulo.kit.neighbour;

import java.util.regex.Pattern;

/**
 * What a register calls a company, as somebody wrote it.
 *
 * @param scheme the register, such as {@code lei}
 * @param value in the register's form
 */
public record CompanyIdentifier(String scheme, String value) {

    private static final int MAX_SCHEME = 40;
    private static final int MAX_VALUE = 100;
    private static final Pattern SCHEME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern VALUE = Pattern.compile("\\S(.*\\S)?");

    /** Whether a company can bear it: what the companies service takes no profile with needs no question. */
    public boolean isPossible() {
        return scheme.length() <= MAX_SCHEME
                && SCHEME.matcher(scheme).matches()
                && value.length() <= MAX_VALUE
                && VALUE.matcher(value).matches()
                && value.codePoints().noneMatch(CompanyIdentifier::isNoText);
    }

    private static boolean isNoText(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
    }

    /** As the companies service is asked for it. */
    String question() {
        return scheme + ":" + value;
    }
}
