package io.cumulo.kit.stream;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;

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

    /** The first that the client likes best; a page where it has no wish. What no list can be written as is refused before (406). */
    public static ListFormat of(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .flatMap(wish -> Arrays.stream(values()).filter(format -> wish.isCompatible(format.type)))
                .findFirst()
                .orElse(PAGE);
    }

    /** With its character set. */
    String header() {
        return type.withCharset("UTF-8").toString();
    }
}
