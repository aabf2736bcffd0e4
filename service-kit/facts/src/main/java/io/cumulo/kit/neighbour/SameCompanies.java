package io.cumulo.kit.neighbour;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every key that means a company, for those that were asked about.
 *
 * @param keys by the key that was asked about, which is one of them
 */
public record SameCompanies(Map<String, Set<String>> keys) {

    public SameCompanies {
        keys = Map.copyOf(keys);
    }

    /** All keys of these companies, in order; those of no company stay as they are. */
    public Collection<String> of(Collection<String> asked) {
        Collection<String> all = new TreeSet<>(asked);
        asked.forEach(key -> all.addAll(keys.getOrDefault(key, Set.of())));
        return all;
    }

    /** All keys of the company. */
    public Collection<String> of(String asked) {
        return of(List.of(asked));
    }
}
