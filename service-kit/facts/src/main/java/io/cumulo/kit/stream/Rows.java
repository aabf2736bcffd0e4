package io.cumulo.kit.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An answer that is read while it is written: never more of it in memory than one chunk, and nothing read that the client doesn't take.
 *
 * @param chunks of bytes
 */
public record Rows(Multi<byte[]> chunks) {

    private static final String CRLF = "\r\n";

    /**
     * A list of whatever length.
     *
     * @param first the first items, read already, so that what is wrong with the question is answered as a problem
     * @param rest all further ones
     */
    public static <T> Response of(
            ListFormat format, List<T> first, Multi<? extends List<? extends T>> rest, ObjectMapper mapper) {
        Function<List<? extends T>, byte[]> bytes =
                format == ListFormat.CSV ? csv(first, mapper) : items -> lines(items, mapper);
        Uni<byte[]> head = Uni.createFrom().item(() -> bytes.apply(first));
        return Response.ok(new Rows(Multi.createBy().concatenating().streams(head.toMulti(), rest.map(bytes))))
                .header(HttpHeaders.CONTENT_TYPE, format.header())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private static byte[] lines(List<?> items, ObjectMapper mapper) {
        return items.stream()
                .map(item -> json(item, mapper) + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static <T> Function<List<? extends T>, byte[]> csv(List<T> first, ObjectMapper mapper) {
        CsvTable table = CsvTable.of(first, mapper);
        StringBuilder header = new StringBuilder(table.header()).append(CRLF);
        return items -> {
            StringBuilder text = new StringBuilder(header);
            header.setLength(0);
            items.forEach(item -> text.append(table.line(item)).append(CRLF));
            return text.toString().getBytes(StandardCharsets.UTF_8);
        };
    }

    private static String json(Object item, ObjectMapper mapper) {
        try {
            return mapper.writeValueAsString(item);
        } catch (JsonProcessingException unserialisable) {
            throw new IllegalStateException(unserialisable);
        }
    }
}
