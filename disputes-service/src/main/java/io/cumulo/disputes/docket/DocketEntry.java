package io.cumulo.disputes.docket;

import io.cumulo.kit.value.PartialDate;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One entry on a docket, as the rules see it.
 *
 * @param id key of the entry, unique on its docket
 * @param on the day in the world; of a date known only to the month or year, the earliest day
 * @param latest the latest day it can have been: {@code on} itself when the date is known to the day
 * @param stated the date as its source states it
 * @param number what the forum printed beside the entry, such as the ECF number {@code 164}; several entries may share it, when one paper
 *     does several things
 * @param sequence place in the order of recording
 * @param particulars of the shape that the kind asks for
 */
public record DocketEntry(
        String id,
        EntryKind kind,
        LocalDate on,
        LocalDate latest,
        PartialDate stated,
        Optional<String> number,
        long sequence,
        Particulars particulars) {

    /** @throws IllegalArgumentException if something is missing, or the particulars are those of another kind */
    public DocketEntry {
        Require.text(id, "id");
        Require.present(kind, "kind");
        Require.present(on, "on");
        Require.present(latest, "latest");
        Require.present(stated, "stated");
        Require.present(number, "number");
        if (!kind.particulars().isInstance(particulars)) {
            throw new IllegalArgumentException("the particulars do not fit the kind " + kind);
        }
    }

    /** An entry whose date is known to the day. */
    public DocketEntry(
            String id, EntryKind kind, LocalDate on, Optional<String> number, long sequence, Particulars particulars) {
        this(id, kind, on, on, PartialDate.of(on), number, sequence, particulars);
    }

    /** Whether the date is known only to the month or the year. */
    boolean isImprecise() {
        return latest.isAfter(on);
    }

    DocketEntry takenOn(LocalDate day) {
        return new DocketEntry(id, kind, day, day, stated, number, sequence, particulars);
    }

    DocketDate date() {
        return new DocketDate(on, stated);
    }

    /** The particulars as the shape that the caller knows to belong to the kind. */
    <P extends Particulars> P as(Class<P> shape) {
        return shape.cast(particulars);
    }
}
