package io.cumulo.kit.stream;

import io.cumulo.kit.accept.Accepted;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;

/** How a list is written: a page as JSON, or the whole list as it is read, a line for each item. */
public enum ListFormat {
    PAGE(MediaType.APPLICATION_JSON),
    NDJSON(ListFormat.NDJSON_TYPE),
    CSV(ListFormat.CSV_TYPE);

    /** One JSON document in each line. */
    public static final String NDJSON_TYPE = "application/x-ndjson";

    /** RFC 4180, with a header line. */
    public static final String CSV_TYPE = "text/csv";

    private final MediaType type;

    ListFormat(String type) {
        this.type = MediaType.valueOf(type);
    }

    /** The one that the client likes best; a page where it has no wish. What no list can be written as is refused before (406). */
    public static ListFormat of(HttpHeaders headers) {
        Accepted accepted = Accepted.of(headers.getRequestHeader(HttpHeaders.ACCEPT));
        List<MediaType> types =
                Arrays.stream(values()).map(format -> format.type).toList();
        return accepted.best(types)
                .map(types::indexOf)
                .map(best -> values()[best])
                .orElse(PAGE);
    }

    /** With its character set. */
    String header() {
        return type.withCharset("UTF-8").toString();
    }
}
