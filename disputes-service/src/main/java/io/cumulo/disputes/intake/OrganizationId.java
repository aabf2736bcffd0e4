package io.cumulo.disputes.intake;

import io.cumulo.kit.value.Key;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a register calls an organization.
 *
 * @param scheme of the register, as files have it: GB-COH, XI-LEI (org-id.guide), or {@link #OURS}
 * @param value in it
 */
public record OrganizationId(String scheme, String value) {

    /** The scheme of identifiers that are keys of this platform's companies. */
    public static final String OURS = "cumulo";

    private static final int MAX_SCHEME = 40;
    private static final int MAX_VALUE = 100;

    /** Registers that the companies service has by another name than org-id.guide. */
    private static final Map<String, String> SAME =
            Map.of("xi-lei", "lei", "us-uei", "uei", "us-sam", "uei", "us-cik", "cik", "us-sec", "cik");

    boolean canBeKnown() {
        return register().length() <= MAX_SCHEME
                && register().matches("[a-z0-9]+(-[a-z0-9]+)*")
                && value.length() <= MAX_VALUE
                && value.matches("\\S(.*\\S)?");
    }

    /** The company's key, where the identifier is one of ours. */
    Optional<String> key() {
        return scheme.equals(OURS) && value.matches(Key.PATTERN) && value.length() <= Key.MAX_LENGTH
                ? Optional.of(value)
                : Optional.empty();
    }

    String question() {
        return register() + ":" + value;
    }

    private String register() {
        String lower = scheme.toLowerCase(Locale.ROOT);
        return SAME.getOrDefault(lower, lower);
    }
}
