package io.cumulo.companies.relationship;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One step of a hierarchy, whichever of the two told it.
 *
 * @param member the unit or subsidiary
 * @param head the company above it
 * @param from the first day on which it holds
 * @param to the first day on which it no longer does
 */
record Link(String member, String head, LocalDate from, LocalDate to) {

    private boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }

    /**
     * The ring that this link would close: from its head upwards to its member, by the shortest way; empty when on no day such a way holds as a whole. A way
     * that holds on some day also holds on the last of the days on which this link and those of the way begin, so no other days need be looked at.
     *
     * @param standing the links above the head
     */
    List<String> ring(Collection<Link> standing) {
        Map<String, List<Link>> above = standing.stream().distinct().collect(Collectors.groupingBy(Link::member));
        return Stream.concat(Stream.of(from), standing.stream().map(Link::from).filter(this::holdsOn))
                .distinct()
                .sorted()
                .map(day -> way(day, above))
                .filter(way -> !way.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<String> way(LocalDate day, Map<String, List<Link>> above) {
        Map<String, String> below = new HashMap<>(Map.of(head, ""));
        Queue<String> reached = new ArrayDeque<>(List.of(head));
        while (!reached.isEmpty() && !below.containsKey(member)) {
            String company = reached.remove();
            for (Link link : above.getOrDefault(company, List.of())) {
                if (link.holdsOn(day) && below.putIfAbsent(link.head, company) == null) {
                    reached.add(link.head);
                }
            }
        }
        LinkedList<String> way = new LinkedList<>();
        for (String company = member; below.containsKey(company); company = below.get(company)) {
            way.addFirst(company);
        }
        return way;
    }
}
