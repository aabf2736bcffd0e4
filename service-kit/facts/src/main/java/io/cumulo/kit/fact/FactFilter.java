package io.cumulo.kit.fact;

import java.util.Collection;
import java.util.Map;

/**
 * Which facts of a kind a list holds.
 *
 * @param name names the list for its cursors
 * @param condition in HQL over {@code v}, written in code and never taken from a request; parameters are bound
 * @param parameters the bound values
 */
public record FactFilter(String name, String condition, Map<String, Object> parameters) {

    public FactFilter {
        parameters = Map.copyOf(parameters);
    }

    /** All facts of the kind. */
    public static FactFilter all() {
        return new FactFilter("all", "1 = 1", Map.of());
    }

    /** The facts about a subject, or about several that are one. */
    public static FactFilter about(Collection<String> subjects) {
        return new FactFilter("about " + subjects, "v.subject in (:subjects)", Map.of("subjects", subjects));
    }
}
