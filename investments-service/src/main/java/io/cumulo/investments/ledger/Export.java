package io.cumulo.investments.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.clock.RecordClock;
import io.cumulo.kit.page.Cursor;
import io.cumulo.kit.page.Page;
import io.cumulo.kit.stream.Chunks;
import io.cumulo.kit.stream.ListFormat;
import io.cumulo.kit.stream.Rows;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The journal from its first transaction to its last, in the order of recording, all of it as known at one instant; a page at a time, as fast as
 * its reader takes them.
 */
@ApplicationScoped
class Export {

    private final Journal journal;
    private final RecordClock clock;
    private final ObjectMapper mapper;

    Export(Journal journal, RecordClock clock, ObjectMapper mapper) {
        this.journal = journal;
        this.clock = clock;
        this.mapper = mapper;
    }

    Uni<Response> of(ExportFormat format, Moment moment) {
        Moment fixed = moment.fixed();
        return Panache.withSession(() -> clock.settled(fixed)
                        .chain(settled -> page(settled, Optional.empty(), Chunks.size(Long.MAX_VALUE))))
                .map(first -> {
                    Multi<List<Transaction>> rest = Chunks.after(
                            first,
                            Long.MAX_VALUE,
                            (next, limit) -> Panache.withSession(
                                    () -> page(fixed, Cursor.decode(JournalFilter.Condition.ALL.name(), next), limit)));
                    return written(format, first.items(), rest);
                });
    }

    private Uni<Page<Transaction>> page(Moment moment, Optional<Cursor> after, int limit) {
        return journal.page(JournalFilter.Condition.ALL, moment, after, limit);
    }

    private Response written(ExportFormat format, List<Transaction> first, Multi<List<Transaction>> rest) {
        return switch (format) {
            case NDJSON -> Rows.of(ListFormat.NDJSON, first, rest, mapper);
            case CSV -> Rows.of(ListFormat.CSV, lines(first), rest.map(Export::lines), mapper);
            case HLEDGER -> text(new HledgerText(), first, rest);
            case BEANCOUNT -> text(new BeancountText(), first, rest);
        };
    }

    private static List<PostingLine> lines(List<Transaction> transactions) {
        return transactions.stream()
                .flatMap(transaction -> PostingLine.of(transaction).stream())
                .toList();
    }

    private static Response text(JournalText text, List<Transaction> first, Multi<List<Transaction>> rest) {
        Multi<byte[]> head = Multi.createFrom().item(() -> bytes(text.head() + joined(text, first)));
        return Response.ok(new Rows(Multi.createBy()
                        .concatenating()
                        .streams(head, rest.map(transactions -> bytes(joined(text, transactions))))))
                .header(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .build();
    }

    private static String joined(JournalText text, List<Transaction> transactions) {
        return transactions.stream().map(text::of).collect(Collectors.joining());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
