package io.cumulo.disputes.docket;

import static io.cumulo.disputes.docket.EntryKind.*;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The transition table: which kinds of entry each phase allows, and where they lead.
 *
 * <p>What holds for courts of the United States holds, with other words, for review bodies elsewhere: a complaint that suspends the award by law (31 U.S.C.
 * 3553(d); Directive 89/665/EEC, art. 2(3)) is a filing with a stay of performance.
 *
 * <p>A live case allows everything but its closing and its reopening. A stay refuses no paper: a docket shows filings, motions and rulings during a stay,
 * and its lifting may be unpublished. An appeal from a live case is interlocutory (28 U.S.C. 1292(c)(1)) and leaves it where it is; one
 * from a decision, a dismissal or a closed case puts it before the court above, whose answer comes back as a mandate or a remand. A mandate by which
 * the decision stands leads a case that had ended back to its end. After the end, papers may still be filed about costs and
 * securities, and the forum may set the end aside itself: the case is pending again then.
 */
final class Transitions {

    private static final Set<EntryKind> LIVE = EnumSet.complementOf(EnumSet.of(CLOSING, REOPENING));
    private static final Set<EntryKind> AFTERMATH =
            EnumSet.of(NOTICE, MOTION, HEARING, ORDER, SECURITY_RELEASED, SECURITY_PAID_OUT);

    private static final Map<Phase, Row> TABLE = new EnumMap<>(Map.ofEntries(
            Map.entry(
                    Phase.NONE,
                    new Row()
                            .to(Phase.NOTICED, NOTICE)
                            .to(Phase.PENDING, FILING)
                            .to(Phase.ON_APPEAL, APPEAL)),
            Map.entry(
                    Phase.NOTICED,
                    new Row()
                            .staying(EnumSet.of(NOTICE, CORRECTIVE_ACTION))
                            .to(Phase.PENDING, FILING)
                            .to(Phase.SETTLED, SETTLEMENT)
                            .to(Phase.WITHDRAWN, WITHDRAWAL)),
            Map.entry(Phase.PENDING, live()),
            Map.entry(Phase.STAYED, live()),
            Map.entry(Phase.REMANDED, live()),
            Map.entry(
                    Phase.DECIDED,
                    live().to(Phase.ON_APPEAL, APPEAL).to(Phase.CLOSED, CLOSING).to(Phase.PENDING, REOPENING)),
            Map.entry(Phase.ON_APPEAL, live().to(Phase.DECIDED, MANDATE)),
            Map.entry(Phase.SETTLED, over().to(Phase.WITHDRAWN, WITHDRAWAL).to(Phase.DISMISSED, DISMISSAL)),
            Map.entry(Phase.WITHDRAWN, over().to(Phase.DISMISSED, DISMISSAL)),
            Map.entry(Phase.DISMISSED, over().to(Phase.ON_APPEAL, APPEAL)),
            Map.entry(
                    Phase.CLOSED,
                    new Row().staying(AFTERMATH).to(Phase.ON_APPEAL, APPEAL).to(Phase.PENDING, REOPENING))));

    private Transitions() {}

    static Set<EntryKind> from(Phase phase) {
        return TABLE.get(phase).allowed;
    }

    /** Where an allowed kind leads; absent when it leaves the case where it is. */
    static Optional<Phase> next(Phase phase, EntryKind kind) {
        return Optional.ofNullable(TABLE.get(phase).moves.get(kind));
    }

    private static Row live() {
        return new Row()
                .staying(LIVE)
                .to(Phase.DECIDED, RULING)
                .to(Phase.REMANDED, REMAND)
                .to(Phase.SETTLED, SETTLEMENT)
                .to(Phase.WITHDRAWN, WITHDRAWAL)
                .to(Phase.DISMISSED, DISMISSAL);
    }

    private static Row over() {
        return new Row().staying(AFTERMATH).to(Phase.CLOSED, CLOSING).to(Phase.PENDING, REOPENING);
    }

    private static final class Row {
        private final Set<EntryKind> allowed = EnumSet.noneOf(EntryKind.class);
        private final Map<EntryKind, Phase> moves = new EnumMap<>(EntryKind.class);

        Row staying(Set<EntryKind> kinds) {
            allowed.addAll(kinds);
            return this;
        }

        Row to(Phase next, EntryKind kind) {
            allowed.add(kind);
            moves.put(kind, next);
            return this;
        }
    }
}
