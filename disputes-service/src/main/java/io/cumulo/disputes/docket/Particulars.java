package io.cumulo.disputes.docket;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Optional;

/**
 * What an entry says beyond its text, as the rules need it. {@link EntryKind#particulars()} tells which shape belongs to which kind. As
 * JSON each is exactly the extra members of the entry on the wire, so it is stored and read back as it came.
 */
public sealed interface Particulars {

    /** Nothing more: {@code {}}. */
    None NONE = new None();

    @JsonSerialize
    record None() implements Particulars {}

    /** {@code {"party":{"company":"microsoft"}}}. */
    record Intervention(Party party) implements Particulars {
        public Intervention {
            Require.present(party, "party");
        }
    }

    /**
     * Who joins.
     *
     * @param company id of the company that joins the case
     */
    record Party(String company) {
        public Party {
            Require.text(company, "company");
        }
    }

    /** {@code {"security":{"id":"pi-bond","amount":{…},"rule":"RCFC 65(c)",…}}}. */
    record SecurityOrder(SecurityTerms security) implements Particulars {
        public SecurityOrder {
            Require.present(security, "security");
        }
    }

    /** {@code {"security":{"id":"pi-bond","amount":{…}|null,"to":"…"|null}}}: posted, increased, released or paid out. */
    record SecurityChange(SecurityAmount security) implements Particulars {
        public SecurityChange {
            Require.present(security, "security");
        }
    }

    /** {@code {"scope":"proceedings"}}; without a scope a stay is one of the proceedings. */
    record Stay(OrderScope scope) implements Particulars {
        public Stay {
            scope = scope == null ? OrderScope.PROCEEDINGS : scope;
        }
    }

    /** {@code {"scope":"performance"}}; without a scope an injunction is one against performance. */
    record Injunction(OrderScope scope) implements Particulars {
        public static final Injunction AGAINST_PERFORMANCE = new Injunction(OrderScope.PERFORMANCE);

        public Injunction {
            scope = scope == null ? OrderScope.PERFORMANCE : scope;
        }
    }

    /**
     * {@code {"modifies":"entry","scope":"other"}} or {@code {}}.
     *
     * @param modifies id of the entry whose injunction has other terms now; when absent, every injunction in force has
     * @param scope what it holds up from now on; absent when that is as it was
     */
    record Modification(Optional<String> modifies, Optional<OrderScope> scope) implements Particulars {
        public static final Modification OF_TERMS = new Modification(Optional.empty(), Optional.empty());

        public Modification {
            Require.present(modifies, "modifies");
            Require.present(scope, "scope");
        }

        boolean names(CourtOrder order) {
            return modifies.map(order.entry()::equals).orElse(true);
        }
    }

    /** {@code {"review":"affirmed"}}. */
    record Mandate(Review review) implements Particulars {
        public Mandate {
            Require.present(review, "review");
        }
    }

    /**
     * {@code {"lifts":"entry"}} or {@code {}}.
     *
     * @param lifts id of the entry whose order is lifted; when absent, every injunction (or every stay) in force is
     */
    record Lifting(Optional<String> lifts) implements Particulars {
        public static final Lifting ALL = new Lifting(Optional.empty());

        public Lifting {
            Require.present(lifts, "lifts");
        }

        boolean names(CourtOrder order) {
            return lifts.map(order.entry()::equals).orElse(true);
        }
    }

    /**
     * {@code {"outcome":"for-claimant","grants":["a new evaluation"]}}.
     *
     * @param grants the remedies granted, in words
     */
    record Ruling(Outcome outcome, List<String> grants) implements Particulars {
        public Ruling {
            Require.present(outcome, "outcome");
            grants = grants == null ? List.of() : List.copyOf(grants);
        }

        public Ruling(Outcome outcome) {
            this(outcome, List.of());
        }
    }

    /** {@code {"reason":"moot"}}. */
    record Dismissal(DismissalReason reason) implements Particulars {
        public Dismissal {
            Require.present(reason, "reason");
        }
    }
}
