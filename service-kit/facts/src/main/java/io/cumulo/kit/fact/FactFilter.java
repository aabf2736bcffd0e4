package io.cumulo.kit.fact;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Which facts of a kind a list holds.
 *
 * @param name names the list for its cursors
 * @param condition in HQL over {@code v}, written in code and never taken from a request; parameters are bound
 * @param search one condition more, that is better asked in one way or another
 * @param parameters the bound values
 */
public record FactFilter(String name, String condition, Optional<Search> search, Map<String, Object> parameters) {

    public FactFilter {
        parameters = Map.copyOf(parameters);
    }

    public FactFilter(String name, String condition, Map<String, Object> parameters) {
        this(name, condition, Optional.empty(), parameters);
    }

    /**
     * A condition in two ways that hold for the same facts. What few facts have is found quickly among all of them; what most have is found
     * quickly by going through the list, while to find all of them would take longer the more there are. No statistics tell the two apart beforehand.
     *
     * @param everywhere looks for all such facts, in HQL over {@code v}
     * @param oneByOne asks of one fact, from its own rows
     */
    public record Search(String everywhere, String oneByOne) {}

    /** All facts of the kind. */
    public static FactFilter all() {
        return new FactFilter("all", "1 = 1", Map.of());
    }

    /** The facts about any of the subjects, in a list that goes by the name whoever they are: which they are may change from page to page. */
    public static FactFilter about(String name, Collection<String> subjects) {
        return new FactFilter(name, "v.subject in (:subjects)", Map.of("subjects", subjects));
    }
}
