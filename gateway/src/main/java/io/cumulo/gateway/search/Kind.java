package io.cumulo.gateway.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.cumulo.gateway.upstream.Service;
import io.cumulo.gateway.upstream.Services;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What can be found, in the order in which equals stand. */
enum Kind {
    COMPANY("companies", Services::companies, List.of("legalName"), List.of()),
    COMMITMENT("commitments", Services::investments, List.of("title"), List.of("purpose", "company")),
    CLAIM("claims", Services::investments, List.of("asPrinted"), List.of()),
    CONTRACT("contracts", Services::disputes, List.of("title"), List.of("description", "buyer")),
    DISPUTE("disputes", Services::disputes, List.of("title"), List.of("docketNumber", "forum"));

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
        return String.join(
                        " ",
                        members.stream()
                                .map(member -> item.path(member).asText(""))
                                .toList())
                .strip();
    }
}
