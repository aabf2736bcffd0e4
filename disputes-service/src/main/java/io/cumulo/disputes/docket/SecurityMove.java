package io.cumulo.disputes.docket;

import io.cumulo.kit.value.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that happened to a security.
 *
 * @param entry id of the entry that reports it: the ledger takes each once, by this id
 * @param kind security-increased, security-posted, security-released or security-paid-out
 * @param amount how much; absent when nobody published it
 * @param to who received it, in words
 */
public record SecurityMove(String entry, EntryKind kind, LocalDate on, Optional<Money> amount, Optional<String> to) {

    static SecurityMove reportedBy(DocketEntry entry) {
        SecurityAmount change = entry.as(Particulars.SecurityChange.class).security();
        return new SecurityMove(entry.id(), entry.kind(), entry.on(), change.amount(), change.to());
    }
}
