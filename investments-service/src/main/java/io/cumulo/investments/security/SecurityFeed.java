package io.cumulo.investments.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.investments.ledger.Ledger;
import io.cumulo.kit.feed.CloudEvent;
import io.cumulo.kit.neighbour.FeedHandler;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Takes what the disputes service tells of securities, each event once, and lets the ledger follow. */
@Singleton
public class SecurityFeed implements FeedHandler {

    private static final String MOVES = "disputes.security.";
    private static final String RETRACTED = MOVES + "retracted";

    private final URI disputes;
    private final SecurityLedger securities;
    private final Ledger ledger;
    private final ObjectMapper mapper;

    SecurityFeed(
            @ConfigProperty(name = "cumulo.disputes.url") URI disputes,
            SecurityLedger securities,
            Ledger ledger,
            ObjectMapper mapper) {
        this.disputes = disputes;
        this.securities = securities;
        this.ledger = ledger;
        this.mapper = mapper;
    }

    @Override
    public String name() {
        return "moves of securities";
    }

    @Override
    public URI source() {
        return disputes;
    }

    @Override
    public boolean wants(String type) {
        return type.startsWith(MOVES);
    }

    /** All of them at once: accounts are locked before the first posting takes record time. */
    @Override
    public Uni<Void> prepare(List<CloudEvent> events) {
        return ledger.lock(events.stream()
                .map(event -> Move.of(event.data(), mapper))
                .map(move -> new Custody(move.dispute(), move.bond()).held())
                .distinct()
                .toList());
    }

    @Override
    public Uni<Void> handle(CloudEvent event) {
        return securities.take(Move.of(event.data(), mapper), event.type().equals(RETRACTED), event.time());
    }
}
