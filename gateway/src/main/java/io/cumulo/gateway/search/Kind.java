package io.cumulo.gateway.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.cumulo.gateway.reading.Deadline;
import io.cumulo.gateway.upstream.Service;
import io.cumulo.gateway.upstream.Services;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What can be found, in the order in which equals stand. */
enum Kind {
    COMPANY("companies", Services::companies, List.of("legalName"), List.of()),
    COMMITMENT("commitments", Services::investments, List.of("title"), List.of("purpose", "company")),
    CLAIM("claims", Services::investments, List.of("asPrinted"), List.of()),
    CONTRACT("contracts", Services::disputes, List.of("title"), List.of("description", "buyer", "references/value")),
    DISPUTE(
            "disputes",
            Services::disputes,
            List.of("title"),
            List.of(
                    "docketNumber",
                    "forum",
                    "statedForum/name",
                    "grounds/text",
                    "remediesSought",
                    "docket/text",
                    "docket/grants"));

    /** Of how many disputes their service tells the dockets at once. */
    private static final int MOST_WITH_DOCKETS = 50;

    private final String segment;
    private final Function<Services, Service> service;
    private final List<String> titles;
    private final List<String> texts;

    Kind(String segment, Function<Services, Service> service, List<String> titles, List<String> texts) {
        this.segment = segment;
        this.service = service;
        this.titles = titles;
        this.texts = texts;
    }

    /** As clients name it. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name of the list, and of the part in {@code incomplete}. */
    String segment() {
        return segment;
    }

    String path() {
        return "/v1/" + segment;
    }

    /** Which items its list holds, and what is told of them: all that their service finds them by. */
    String filter(String words) {
        return "q=" + Deadline.encoded(words) + (this == DISPUTE ? "&include=docket" : "");
    }

    /** How many items are asked for, where so many are answered of all kinds. */
    int limit(int all) {
        return this == DISPUTE ? Math.min(all, MOST_WITH_DOCKETS) : all;
    }

    Service service(Services services) {
        return service.apply(services);
    }

    /** What an item is called. */
    String title(JsonNode item) {
        return text(item, titles);
    }

    /** What else is said of it. */
    String text(JsonNode item) {
        return text(item, texts);
    }

    private static String text(JsonNode item, List<String> members) {
        return members.stream()
                .flatMap(member -> said(item, List.of(member.split("/"))))
                .collect(Collectors.joining(" "));
    }

    /** What stands at the end of a path, in each item of the lists on it. */
    private static Stream<String> said(JsonNode node, List<String> path) {
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false).flatMap(item -> said(item, path));
        }
        return path.isEmpty()
                ? Stream.of(node).filter(JsonNode::isTextual).map(JsonNode::asText)
                : said(node.path(path.get(0)), path.subList(1, path.size()));
    }
}
