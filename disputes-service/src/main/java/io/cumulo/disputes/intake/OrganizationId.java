package io.cumulo.disputes.intake;

import io.cumulo.kit.neighbour.CompanyIdentifier;
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

    /** Registers that the companies service has by another name than org-id.guide. */
    private static final Map<String, String> SAME =
            Map.of("xi-lei", "lei", "us-uei", "uei", "us-sam", "uei", "us-cik", "cik", "us-sec", "cik");

    boolean canBeKnown() {
        return identifier().isPossible();
    }

    /** The company's key, where the identifier is one of ours. */
    Optional<String> key() {
        return scheme.equals(OURS) && value.matches(Key.PATTERN) && value.length() <= Key.MAX_LENGTH
                ? Optional.of(value)
                : Optional.empty();
    }

    /** As the companies service has it. */
    CompanyIdentifier identifier() {
        String lower = scheme.toLowerCase(Locale.ROOT);
        return new CompanyIdentifier(SAME.getOrDefault(lower, lower), value);
    }
}
