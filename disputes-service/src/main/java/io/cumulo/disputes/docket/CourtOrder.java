package io.cumulo.disputes.docket;

import java.util.Optional;

/**
 * An order that is in force from one entry to another.
 *
 * @param entry id of the entry that made it
 * @param from first day in force
 * @param ending what ended it; absent while it is in force
 */
public record CourtOrder(String entry, Type type, DocketDate from, Optional<Ending> ending) {

    /** What an order holds up. */
    public enum Type {
        /** A temporary restraining order or preliminary injunction against performance (RCFC 65, FRCP 65). */
        INJUNCTION,
        /** An injunction against something else than performance. */
        OTHER_INJUNCTION,
        /** Such as the automatic stay of a protest (31 U.S.C. 3553(d)). */
        STAY_OF_PERFORMANCE,
        STAY_OF_PROCEEDINGS
    }

    /**
     * How an order ceased to be in force.
     *
     * @param on first day on which the order is no longer in force
     * @param entry id of the entry that ended it: a lifting, or the end of the case, with which the order dissolves
     */
    public record Ending(DocketDate on, String entry) {}

    static CourtOrder madeBy(DocketEntry entry, Type type) {
        return new CourtOrder(entry.id(), type, entry.date(), Optional.empty());
    }

    CourtOrder endedBy(DocketEntry entry) {
        return new CourtOrder(this.entry, type, from, Optional.of(new Ending(entry.date(), entry.id())));
    }

    /** Whether the contract is suspended while this order is in force. */
    public boolean suspends() {
        return type == Type.INJUNCTION || type == Type.STAY_OF_PERFORMANCE;
    }

    boolean isInjunction() {
        return type == Type.INJUNCTION || type == Type.OTHER_INJUNCTION;
    }

    boolean isStay() {
        return !isInjunction();
    }

    /** False for an order that was lifted on the day it was made: no day passed under it. */
    boolean lasted() {
        return ending.map(end -> end.on().day().isAfter(from.day())).orElse(true);
    }
}
