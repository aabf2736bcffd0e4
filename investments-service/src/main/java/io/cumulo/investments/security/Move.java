package io.cumulo.investments.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.investments.ledger.NewTransaction;
import io.cumulo.investments.ledger.Posting;
import io.cumulo.investments.ledger.TransactionKind;
import io.cumulo.kit.value.Citation;
import io.cumulo.kit.value.Money;
import io.cumulo.kit.value.PartialDate;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A move of a security, as an entry on a docket reports it.
 *
 * @param dispute key of the dispute
 * @param entry key of the entry on its docket
 * @param bond key of the security within the dispute
 * @param kind what happened: security-ordered, security-increased, security-posted, security-released or security-paid-out
 * @param on when it happened, as precisely as known
 * @param effectiveOn the day of it on which the docket places it
 * @param amount how much; null when nobody published it
 * @param to who received it, in words, or null
 * @param sources of the entry: at least one
 */
public record Move(
        String dispute,
        String entry,
        String bond,
        String kind,
        PartialDate on,
        LocalDate effectiveOn,
        Money amount,
        String to,
        List<Citation> sources) {

    public Move {
        sources = List.copyOf(sources);
    }

    /** As the disputes service tells it. */
    static Move of(JsonNode told, ObjectMapper mapper) {
        JsonNode security = told.path("security");
        return new Move(
                told.path("dispute").asText(),
                told.path("entry").asText(),
                security.path("id").asText(),
                told.path("kind").asText(),
                mapper.convertValue(told.path("on"), PartialDate.class),
                LocalDate.parse(told.path("effectiveOn").asText()),
                security.path("amount").isObject() ? mapper.convertValue(security.path("amount"), Money.class) : null,
                security.path("to").asText(null),
                Arrays.asList(mapper.convertValue(told.path("sources"), Citation[].class)));
    }

    /** Which way money goes with it; absent where none does, as with an order. */
    Optional<Direction> direction() {
        return Direction.of(kind);
    }

    Optional<Money> published() {
        return Optional.ofNullable(amount);
    }

    /** What the ledger posts for it. */
    NewTransaction transaction(Direction direction, Money amount) {
        Custody custody = new Custody(dispute, bond);
        return new NewTransaction(
                TransactionKind.SECURITY,
                Optional.empty(),
                on,
                effectiveOn,
                Optional.of(sentence(direction)),
                Map.of("dispute", dispute, "entry", entry, "security", bond, "move", kind),
                sources,
                Optional.empty(),
                Optional.empty(),
                List.of(new Posting(custody.source(direction), custody.destination(direction), amount)));
    }

    private String sentence(Direction direction) {
        return "Security " + bond + " in the dispute " + dispute + ": " + direction.word()
                + Optional.ofNullable(to).map(who -> " to " + who).orElse("");
    }
}
