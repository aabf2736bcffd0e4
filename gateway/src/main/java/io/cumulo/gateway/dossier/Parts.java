package io.cumulo.gateway.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.gateway.reading.Listing;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * All that was read for a dossier.
 *
 * @param profile the company itself
 * @param family its units, brands and subsidiaries
 * @param items the facts by section, in each those of the company before those of its family
 * @param listings every list that was asked for, with how far it could be read
 * @param orders entries of other dockets by their paths: of those that suspended or resumed a contract
 */
record Parts(
        ObjectNode profile,
        List<Member> family,
        List<Item> items,
        List<Listing> listings,
        Map<String, ObjectNode> orders) {

    Parts {
        family = List.copyOf(family);
        items = items.stream().sorted(Comparator.comparing(Item::section)).toList();
        listings = List.copyOf(listings);
        orders = Map.copyOf(orders);
    }

    /** With what was read of other dockets. */
    Parts with(List<Item> read, List<Listing> unread) {
        Map<String, ObjectNode> all = read.stream().collect(Collectors.toMap(Item::ref, Item::body));
        return new Parts(
                profile,
                family,
                items,
                Stream.concat(listings.stream(), unread.stream()).toList(),
                all);
    }

    /** Whether nothing failed when the disputes and their dockets were read. */
    boolean areDocketsRead() {
        return listings.stream()
                .filter(listing -> listing.failure().isPresent())
                .noneMatch(
                        listing -> Set.of(Section.DISPUTES.member(), "docket").contains(listing.part()));
    }

    /** Entries of dockets by their paths: of the disputes here, and the orders. */
    Map<String, JsonNode> docket() {
        Map<String, JsonNode> entries = new HashMap<>(orders);
        for (Item dispute : in(Section.DISPUTES)) {
            dispute.body().path("docket").forEach(entry -> entries.put(dispute.docketRef(entry), entry));
        }
        return entries;
    }

    /** Paths of the entries that the contracts here were suspended and resumed by. */
    Set<String> orderRefs() {
        return in(Section.CONTRACTS).stream()
                .flatMap(contract ->
                        StreamSupport.stream(contract.body().path("suspensions").spliterator(), false))
                .flatMap(suspension -> Stream.of(suspension.at("/orderedBy/0"), suspension.path("liftedBy")))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    List<Item> in(Section section) {
        return items.stream().filter(item -> item.section() == section).toList();
    }
}
