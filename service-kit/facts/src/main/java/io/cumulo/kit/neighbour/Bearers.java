package io.cumulo.kit.neighbour;

import java.util.List;
import java.util.Optional;

/**
 * Who bears an identifier. One that several companies bear says of none of them that it is meant.
 *
 * @param companies keys: none, one, or two of several
 */
public record Bearers(List<String> companies) {

    static final Bearers NONE = new Bearers(List.of());

    public Bearers {
        companies = List.copyOf(companies);
    }

    public boolean isNobody() {
        return companies.isEmpty();
    }

    /** The company that is meant; empty when none bears the identifier, or several do. */
    public Optional<String> only() {
        return companies.size() == 1 ? Optional.of(companies.get(0)) : Optional.empty();
    }

    /**
     * Why it can't be told which company is meant, where that is so.
     *
     * @param identifier as it is called: {@code the CIK 1018724}
     */
    public String reason(String identifier) {
        return isNobody()
                ? "No company with " + identifier + " is recorded"
                : "Several companies with " + identifier + " are recorded";
    }
}
