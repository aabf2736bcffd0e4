package io.cumulo.disputes.docket;

import java.time.LocalDate;

/**
 * A party that joined the case after it began (RCFC 24, FRCP 24).
 *
 * @param company id of the company
 * @param from day on which it joined
 * @param entry id of the entry that says so
 */
public record Intervenor(String company, LocalDate from, String entry) {

    static Intervenor joinedBy(DocketEntry entry) {
        Particulars.Party party = entry.as(Particulars.Intervention.class).party();
        return new Intervenor(party.company(), entry.on(), entry.id());
    }
}
