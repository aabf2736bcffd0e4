package io.cumulo.investments.ledger;

import io.cumulo.investments.day.AskedDay;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which transactions a list of the journal holds. */
public class JournalFilter {

    @QueryParam("commitment")
    @Parameter(description = "Those that move this commitment's money.")
    String commitment;

    @QueryParam("account")
    @Parameter(
            description = "Those that touch this account or one below it.",
            example = "commitments/amazon-2020/spent")
    String account;

    @QueryParam("kind")
    @Parameter(description = "Of this kind.", example = "disbursement")
    String kind;

    @QueryParam("from")
    @Parameter(description = "Taking effect on this day or later.", example = "2020-01-01")
    String from;

    @QueryParam("to")
    @Parameter(description = "Taking effect on this day or earlier.", example = "2020-12-31")
    String to;

    /**
     * The filter for the journal.
     *
     * @param name names the list for its cursors
     * @param condition in HQL over {@code t}
     * @param parameters the bound values
     */
    record Condition(String name, String condition, Map<String, Object> parameters) {

        static final Condition ALL = new Condition("all", "1 = 1", Map.of());
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when a parameter can't be read */
    Condition condition() {
        List<Fault> faults = new ArrayList<>();
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> parameters = new HashMap<>();
        if (commitment != null) {
            conditions.add("t.commitment = :commitment");
            parameters.put("commitment", commitment);
        }
        if (account != null) {
            conditions.add("t.id in (select p.place.transactionId from PostingRow p where p.source = :account"
                    + " or p.destination = :account or (p.source > :below and p.source < :beyond)"
                    + " or (p.destination > :below and p.destination < :beyond))");
            parameters.put("account", account);
            parameters.put("below", account + "/");
            parameters.put("beyond", account + "0");
        }
        if (kind != null) {
            Optional<TransactionKind> known = TransactionKind.of(kind);
            known.ifPresentOrElse(
                    asked -> parameters.put("kind", asked),
                    () -> faults.add(Fault.parameter("kind", "is no kind of transaction")));
            conditions.add("t.kind = :kind");
        }
        AskedDay.of("from", from, faults).ifPresent(day -> {
            conditions.add("t.effectiveOn >= :from");
            parameters.put("from", day);
        });
        AskedDay.of("to", to, faults).ifPresent(day -> {
            conditions.add("t.effectiveOn <= :to");
            parameters.put("to", day);
        });
        if (!faults.isEmpty()) {
            throw Problem.INVALID_PARAMETER.because("The journal can't be read so", faults);
        }
        return new Condition(
                String.join(" ", "transactions", commitment, account, kind, from, to),
                String.join(" and ", conditions),
                parameters);
    }
}
