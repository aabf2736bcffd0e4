package io.cumulo.investments.commitment;

import io.cumulo.investments.ledger.TransactionKind;
import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.fact.Standing;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What must hold for a movement of a commitment's money before the ledger is asked. */
final class MovementRules {

    private MovementRules() {}

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when the commitment moves no money, 422 with everything that is wrong */
    static void check(TransactionKind kind, Fact<Commitment> commitment, Movement movement) {
        if (commitment.standing() == Standing.RETRACTED) {
            throw Problem.NOT_ALLOWED_NOW.because("The commitment is retracted; a new version would assert it again");
        }
        if (commitment.body().amount() == null) {
            throw Problem.NOT_ALLOWED_NOW.because(
                    "The commitment's amount is undisclosed: nothing is pledged that could move. A new version discloses it");
        }
        List<Fault> faults = faults(kind, commitment.body(), movement);
        if (!faults.isEmpty()) {
            throw Problem.invalidBody(faults);
        }
    }

    private static List<Fault> faults(TransactionKind kind, Commitment commitment, Movement movement) {
        List<Fault> faults = new ArrayList<>();
        String currency = commitment.amount().currency();
        int sign = movement.amount().amount().signum();
        if (!movement.amount().currency().equals(currency)) {
            faults.add(Fault.at("/amount/currency", "the commitment is in " + currency));
        }
        if (kind == TransactionKind.REVISION ? sign == 0 : sign <= 0) {
            faults.add(Fault.at(
                    "/amount",
                    kind == TransactionKind.REVISION ? "a revision changes something" : "must be above zero"));
        }
        if (kind == TransactionKind.REVISION && movement.category() != null) {
            faults.add(Fault.at("/category", "a revision is of the whole pledge"));
        }
        if (kind == TransactionKind.ALLOCATION && movement.category() == null) {
            faults.add(Fault.at("/category", "an allocation is for a category"));
        }
        if (movement.category() != null && !commitment.categories().contains(movement.category())) {
            faults.add(Fault.at(
                    "/category", "must be one of the commitment's: " + String.join(", ", commitment.categories())));
        }
        return faults;
    }

    /** The first day that the movement's date can mean, and on which the commitment was announced, if there is such a day. */
    static LocalDate effectiveOn(Commitment commitment, Movement movement) {
        LocalDate announced = commitment.announcedOn().first();
        LocalDate first = movement.on().first();
        return first.isBefore(announced) && !movement.on().last().isBefore(announced) ? announced : first;
    }
}
