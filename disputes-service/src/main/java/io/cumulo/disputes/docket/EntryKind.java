package io.cumulo.disputes.docket;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What an entry on a docket reports. On the wire a kind is its name in kebab-case.
 *
 * <p>The constants stand in the order in which things happen within one day when nothing else tells (see {@link Docket}): papers before
 * decisions, an old injunction lifted before a new one is granted, the end of the case before the closing of its file, and only then the
 * way to the court above.
 */
public enum EntryKind {
    /** Notice given, such as the pre-filing notice of a bid protest (RCFC App. C, para. 2). */
    NOTICE(Particulars.None.class),
    /** The complaint, protest or petition, and every later paper of that rank: an amended complaint, a redacted version. */
    FILING(Particulars.None.class),
    ANSWER(Particulars.None.class),
    INTERVENTION(Particulars.Intervention.class),
    MOTION(Particulars.None.class),
    HEARING(Particulars.None.class),
    /** A decision that changes none of what the rules follow, such as the denial of a motion to dismiss. */
    ORDER(Particulars.None.class),
    INJUNCTION_LIFTED(Particulars.Lifting.class),
    /** A temporary restraining order or a preliminary injunction (RCFC 65, FRCP 65). */
    INJUNCTION_GRANTED(Particulars.Injunction.class),
    /** Other terms; the injunction stays in force, and may come to suspend the contract or cease to. */
    INJUNCTION_MODIFIED(Particulars.Modification.class),
    INJUNCTION_DENIED(Particulars.None.class),
    SECURITY_ORDERED(Particulars.SecurityOrder.class),
    SECURITY_INCREASED(Particulars.SecurityChange.class),
    SECURITY_POSTED(Particulars.SecurityChange.class),
    STAY_LIFTED(Particulars.Lifting.class),
    STAY(Particulars.Stay.class),
    /** The agency reconsiders its procurement; the case goes on until somebody ends it. */
    CORRECTIVE_ACTION(Particulars.None.class),
    /** The forum decides the case, wholly or in part. */
    RULING(Particulars.Ruling.class),
    SETTLEMENT(Particulars.None.class),
    WITHDRAWAL(Particulars.None.class),
    DISMISSAL(Particulars.Dismissal.class),
    SECURITY_RELEASED(Particulars.SecurityChange.class),
    SECURITY_PAID_OUT(Particulars.SecurityChange.class),
    CLOSING(Particulars.None.class),
    /** The forum sets its own decision, dismissal or closing aside and takes the case up again (RCFC 59, 60; FRCP 59, 60). */
    REOPENING(Particulars.None.class),
    APPEAL(Particulars.None.class),
    /** What the court above made of the decision comes back to this one (FRAP 41). */
    MANDATE(Particulars.Mandate.class),
    /** Sent back: by the court to the agency (RCFC 52.2), or by the court above to this one. */
    REMAND(Particulars.None.class);

    private final Class<? extends Particulars> particulars;

    EntryKind(Class<? extends Particulars> particulars) {
        this.particulars = particulars;
    }

    /** The shape of what an entry of this kind says beyond its text; read the extra members of its JSON as this class. */
    public Class<? extends Particulars> particulars() {
        return particulars;
    }

    /** Such as {@code injunction-granted}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The kind of that name in kebab-case.
     *
     * @throws IllegalArgumentException naming every kind there is, if this is none of them
     */
    @JsonCreator
    public static EntryKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("kind must be one of " + words()));
    }

    private static String words() {
        return Arrays.stream(values()).map(EntryKind::word).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return word();
    }
}
