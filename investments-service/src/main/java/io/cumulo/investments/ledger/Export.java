package io.cumulo.investments.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.clock.RecordClock;
import io.cumulo.kit.page.Cursor;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** The journal from its first transaction to its last, in the order of recording; a page at a time, as fast as its reader takes them. */
@ApplicationScoped
class Export {

    private static final int AT_ONCE = 500;

    private final Journal journal;
    private final RecordClock clock;
    private final ObjectMapper mapper;

    Export(Journal journal, RecordClock clock, ObjectMapper mapper) {
        this.journal = journal;
        this.clock = clock;
        this.mapper = mapper;
    }

    /** The text in pieces. All of it is of one instant of record time: the moment's, or that of the call. */
    Multi<String> of(ExportFormat format, Moment moment) {
        Moment one = new Moment(
                moment.asOf(),
                moment.knownAt().or(() -> Optional.of(Clock.systemUTC().instant())));
        JournalText text = text(format);
        Multi<String> head = Multi.createFrom()
                .uni(Panache.withSession(() -> clock.settled(one)).map(settled -> text.head()));
        Multi<String> transactions = pages(one)
                .map(page -> page.stream().map(text::of).collect(Collectors.joining()))
                .filter(piece -> !piece.isEmpty());
        return Multi.createBy().concatenating().streams(head, transactions).filter(piece -> !piece.isEmpty());
    }

    private Multi<List<Transaction>> pages(Moment moment) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new AtomicReference<Optional<Cursor>>(Optional.empty()), reached -> page(moment, reached))
                .whilst(page -> page.size() == AT_ONCE);
    }

    private Uni<List<Transaction>> page(Moment moment, AtomicReference<Optional<Cursor>> reached) {
        return Panache.withSession(() -> journal.list(JournalFilter.Condition.ALL, moment, reached.get(), AT_ONCE))
                .invoke(page -> {
                    if (!page.isEmpty()) {
                        reached.set(Optional.of(Journal.position("all", page.get(page.size() - 1))));
                    }
                });
    }

    private JournalText text(ExportFormat format) {
        return switch (format) {
            case NDJSON -> new NdjsonText();
            case CSV -> new CsvText();
            case HLEDGER -> new HledgerText();
            case BEANCOUNT -> new BeancountText();
        };
    }

    /** As the API answers it. */
    private final class NdjsonText implements JournalText {

        @Override
        public String head() {
            return "";
        }

        @Override
        public String of(Transaction transaction) {
            try {
                return mapper.writeValueAsString(transaction) + "\n";
            } catch (JsonProcessingException unserialisable) {
                throw new IllegalStateException(unserialisable);
            }
        }
    }
}
