package io.cumulo.gateway.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * As much of a list as could be read.
 *
 * @param part what it is part of, as in {@code incomplete}
 * @param path where it was read from, without its query
 * @param items as served
 * @param truncated whether there is more than was read
 * @param failure why it ends early, if it does
 */
public record Listing(
        String part, String path, List<ObjectNode> items, boolean truncated, Optional<Unread.Reason> failure) {

    public Listing {
        items = List.copyOf(items);
    }

    public static Listing empty(String part, String path) {
        return new Listing(part, path, List.of(), false, Optional.empty());
    }

    /** With the items of one more page. */
    public Listing extendedBy(JsonNode page) {
        List<ObjectNode> all = new ArrayList<>(items);
        for (JsonNode item : page.path("items")) {
            if (item instanceof ObjectNode object) {
                all.add(object);
            }
        }
        return new Listing(part, path, all, page.path("next").isTextual(), failure);
    }

    public Listing brokenOffBy(Unread failure) {
        return new Listing(part, path, items, false, Optional.of(failure.reason()));
    }

    /** With so many items at most. */
    public Listing cutTo(int most) {
        return items.size() <= most ? this : new Listing(part, path, items.subList(0, most), false, failure).withMore();
    }

    /** Told to be longer than what was read. */
    public Listing withMore() {
        return new Listing(part, path, items, true, failure);
    }
}
