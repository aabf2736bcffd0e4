package io.cumulo.disputes.docket;

import io.cumulo.kit.value.Citation;
import io.cumulo.kit.value.PartialDate;
import java.time.LocalDate;
import java.util.List;

/**
 * A move of a security as the feed tells it.
 *
 * @param entry key of the entry that reports it
 * @param kind security-ordered, security-increased, security-posted, security-released or security-paid-out
 * @param on when it happened, as precisely as known
 * @param effectiveOn the day of it on which the docket places it
 * @param security as the entry states it
 * @param sources of the entry
 */
record ToldMove(
        String entry,
        EntryKind kind,
        PartialDate on,
        LocalDate effectiveOn,
        StatedSecurity security,
        List<Citation> sources) {

    static List<ToldMove> allOf(List<RecordedDocket.Placed> moves) {
        return moves.stream()
                .map(placed -> new ToldMove(
                        placed.entry().factId(),
                        placed.entry().body.kind(),
                        placed.entry().body.on(),
                        placed.on(),
                        placed.entry().body.security(),
                        placed.entry().toFact().sources()))
                .toList();
    }
}
