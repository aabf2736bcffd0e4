package io.cumulo.disputes.docket;

import io.cumulo.kit.value.Money;
import io.cumulo.kit.value.PartialDate;
import java.util.Optional;

/**
 * A security (bond) as a court ordered it: "an amount that the court considers proper to pay the costs and damages sustained by any party
 * found to have been wrongfully enjoined or restrained" (RCFC 65(c), FRCP 65(c)).
 *
 * @param id key of the security within its dispute
 * @param amount more than zero
 * @param rule under which it is ordered, such as {@code RCFC 65(c)}
 * @param payer id of the company that has to post it
 * @param protects whom it protects, in words
 * @param custodian who holds it
 * @param condition on which it is paid out, in words
 * @param basis how the amount was found, in words
 * @param dueOn last day for posting it, as precisely as known
 */
public record SecurityTerms(
        String id,
        Money amount,
        Optional<String> rule,
        Optional<String> payer,
        Optional<String> protects,
        Optional<String> custodian,
        Optional<String> condition,
        Optional<String> basis,
        Optional<PartialDate> dueOn) {

    public SecurityTerms {
        Require.text(id, "id");
        Require.present(amount, "amount");
        if (amount.amount().signum() <= 0) {
            throw new IllegalArgumentException("amount must be more than zero");
        }
    }
}
