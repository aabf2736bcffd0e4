package io.cumulo.gateway.dossier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.gateway.reading.Listing;
import java.util.Comparator;
import java.util.List;

/**
 * All that was read for a dossier.
 *
 * @param profile the company itself
 * @param family its units, brands and subsidiaries
 * @param items the facts by section, in each those of the company before those of its family
 * @param listings every list that was asked for, with how far it could be read
 */
record Parts(ObjectNode profile, List<Member> family, List<Item> items, List<Listing> listings) {

    Parts {
        family = List.copyOf(family);
        items = items.stream().sorted(Comparator.comparing(Item::section)).toList();
        listings = List.copyOf(listings);
    }

    List<Item> in(Section section) {
        return items.stream().filter(item -> item.section() == section).toList();
    }
}
