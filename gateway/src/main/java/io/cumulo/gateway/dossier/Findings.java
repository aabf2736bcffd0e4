package io.cumulo.gateway.dossier;

import io.cumulo.gateway.reading.Listing;
import java.util.List;
import java.util.stream.Stream;

/**
 * What some of the questions brought.
 *
 * @param items the facts
 * @param listings every list that was asked for, with how far it could be read
 */
record Findings(List<Item> items, List<Listing> listings) {

    Findings {
        items = List.copyOf(items);
        listings = List.copyOf(listings);
    }

    static Findings none() {
        return new Findings(List.of(), List.of());
    }

    static Findings of(Section section, Listing listing) {
        List<Item> items = listing.items().stream()
                .map(body -> Item.of(section, listing.path(), body))
                .toList();
        return new Findings(items, List.of(listing));
    }

    /** The listing alone, where its items stand inside another item. */
    static Findings of(Listing listing) {
        return new Findings(List.of(), List.of(listing));
    }

    Stream<Item> in(Section section) {
        return items.stream().filter(item -> item.section() == section);
    }

    static Findings all(List<Findings> groups) {
        return groups.stream().reduce(none(), Findings::and);
    }

    Findings and(Findings more) {
        return new Findings(
                Stream.concat(items.stream(), more.items.stream()).toList(),
                Stream.concat(listings.stream(), more.listings.stream()).toList());
    }
}
