package io.cumulo.disputes.docket;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a dispute stands after the entries of its docket, and nothing that no entry says.
 *
 * @param stage how far the case has come, whether or not a stay holds it up; see {@link #phase()}
 * @param intervenors parties that joined, in the order of the docket
 * @param inForce injunctions and stays in force, in the order of the docket
 * @param ended injunctions and stays that were lifted or dissolved, in the order of their ending
 * @param securities in the order in which they were ordered
 * @param outcome of the latest ruling, whatever became of it on appeal
 * @param dismissalReason of the latest dismissal
 * @param remediesGranted by rulings that no mandate reversed, in the order of the docket
 * @param appealedAt where the case stood when it was appealed last; absent when no appeal was taken, or the court above has answered
 * @param review what the court above made of the latest ruling
 */
public record DisputeState(
        Phase stage,
        List<Intervenor> intervenors,
        List<CourtOrder> inForce,
        List<CourtOrder> ended,
        List<Security> securities,
        Optional<Outcome> outcome,
        Optional<DismissalReason> dismissalReason,
        List<GrantedRemedy> remediesGranted,
        Optional<Phase> appealedAt,
        Optional<Review> review)
        implements Folding {

    /** Of a dispute whose docket is empty. */
    public static final DisputeState INITIAL = new DisputeState(
            Phase.NONE,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty());

    public DisputeState {
        intervenors = List.copyOf(intervenors);
        inForce = List.copyOf(inForce);
        ended = List.copyOf(ended);
        securities = List.copyOf(securities);
        remediesGranted = List.copyOf(remediesGranted);
    }

    /** The stage, or {@link Phase#STAYED} while a stay of the proceedings holds up a case that is pending or remanded. */
    public Phase phase() {
        boolean held = inForce.stream().anyMatch(order -> order.type() == CourtOrder.Type.STAY_OF_PROCEEDINGS);
        return held && (stage == Phase.PENDING || stage == Phase.REMANDED) ? Phase.STAYED : stage;
    }

    /** The kinds of entry that may come next. */
    public Set<EntryKind> allowedNext() {
        return Rules.allowedNext(this);
    }

    public List<CourtOrder> injunctionsInForce() {
        return inForce.stream().filter(CourtOrder::isInjunction).toList();
    }

    public List<CourtOrder> staysInForce() {
        return inForce.stream().filter(CourtOrder::isStay).toList();
    }

    public Optional<Security> security(String id) {
        return securities.stream().filter(security -> security.id().equals(id)).findFirst();
    }

    /** Securities of a case that has ended of which no entry says what became of them. */
    public List<Security> securitiesOfUnknownOutcome() {
        return phase().ended()
                ? securities.stream().filter(Security::isUnresolved).toList()
                : List.of();
    }

    /** The times during which the contract was suspended, oldest first; no two overlap or touch. */
    public List<Suspension> suspensions() {
        return Suspensions.under(Stream.concat(ended.stream(), inForce.stream()).toList());
    }

    /** Whether an order suspended the contract on that day, by the entries folded. */
    public boolean suspendedOn(LocalDate day) {
        return suspensions().stream().anyMatch(suspension -> suspension.covers(day));
    }
}
