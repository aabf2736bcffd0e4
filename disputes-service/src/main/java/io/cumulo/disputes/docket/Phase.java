package io.cumulo.disputes.docket;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a case stands. On the wire: the name in kebab-case. */
public enum Phase {
    /** Nothing is on the docket yet. */
    NONE,
    /** Somebody gave notice of a filing to come. */
    NOTICED,
    PENDING,
    /** Pending or remanded, with a stay of the proceedings in force. Papers go on being filed, and nobody may publish the lifting. */
    STAYED,
    /** The forum ruled. */
    DECIDED,
    /** Before the court above. */
    ON_APPEAL,
    REMANDED,
    SETTLED,
    WITHDRAWN,
    DISMISSED,
    /** The file is closed; what is left is the disposition of securities and, in time, an appeal. */
    CLOSED;

    private static final Set<Phase> ENDED = EnumSet.of(SETTLED, WITHDRAWN, DISMISSED, CLOSED);

    /** Whether the case is over before this forum: no order made for its duration is in force any more. */
    public boolean ended() {
        return ENDED.contains(this);
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
        return word();
    }
}
