package io.cumulo.disputes.docket;

import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.page.Page;
import io.cumulo.kit.value.Citation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A docket as an Atom feed.
 *
 * @param updated when something of it was recorded last; absent when nothing is on the docket
 */
record AtomFeed(String dispute, String title, Optional<Instant> updated, AtomAddresses addresses) {

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    /** The document (RFC 4287) with the links of a paged feed (RFC 5005, 3). */
    String page(Page<EntryVersion> entries) {
        Xml xml = new Xml();
        xml.begin("feed", "xmlns", NAMESPACE)
                .element("id", id())
                .element("title", title)
                .element("updated", date(updated.orElse(Instant.EPOCH)))
                .begin("author")
                .element("name", "Cumulo")
                .end("author")
                .empty("link", "rel", "self", "type", "application/atom+xml", "href", addresses.self())
                .empty("link", "rel", "alternate", "type", "application/json", "href", addresses.ofDispute())
                .empty("link", "rel", "first", "href", addresses.first());
        entries.next().ifPresent(next -> xml.empty("link", "rel", "next", "href", addresses.next(next)));
        entries.items().forEach(entry -> entry(xml, entry));
        return xml.end("feed").toString();
    }

    /** In whole seconds: common readers take the digits of a finer one for milliseconds, however many they are. */
    private static String date(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private String id() {
        return "urn:cumulo:disputes:" + dispute;
    }

    private void entry(Xml xml, EntryVersion version) {
        Fact<StatedEntry> fact = version.toFact();
        StatedEntry entry = fact.body();
        xml.begin("entry")
                .element("id", id() + ":docket:" + fact.id())
                .element("title", entry.on().text() + " " + entry.kind())
                .element("published", date(version.enteredAt()))
                .element("updated", date(fact.recordedAt()))
                .empty("link", "rel", "alternate", "type", "application/json", "href", addresses.ofEntry(fact.id()))
                .empty("category", "term", entry.kind().word())
                .element("content", text(entry, fact), "type", "text")
                .end("entry");
    }

    private static String text(StatedEntry entry, Fact<StatedEntry> fact) {
        String sources =
                fact.sources().stream().map(Citation::publisher).distinct().collect(Collectors.joining(", "));
        return entry.text() + "\n\nSources: " + sources;
    }
}
