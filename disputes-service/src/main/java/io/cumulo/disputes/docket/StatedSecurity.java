package io.cumulo.disputes.docket;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cumulo.kit.value.Key;
import io.cumulo.kit.value.Money;
import io.cumulo.kit.value.PartialDate;
import io.cumulo.kit.value.PositiveMoney;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * What an entry says about a security: its terms when it is ordered, how much and to whom when something happens to it.
 *
 * @param id key of the security within its dispute
 * @param amount above zero; null when nobody published it, which an order can't be without
 * @param rule under which it is ordered, such as RCFC 65(c)
 * @param payer company that has to post it
 * @param protects whom it protects, in words
 * @param custodian who holds it
 * @param condition on which it is paid out, in words
 * @param basis how the amount was found, in words
 * @param dueOn last day for posting it, as precisely as known
 * @param to who received it, in words
 */
public record StatedSecurity(
        @NotNull @Key String id,
        @PositiveMoney Money amount,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Size(max = 300)
        String rule,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Key String payer,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Size(max = 1000)
        String protects,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Size(max = 1000)
        String custodian,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Size(max = 2000)
        String condition,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Size(max = 2000)
        String basis,

        @JsonInclude(JsonInclude.Include.NON_NULL) PartialDate dueOn,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Size(max = 1000)
        String to) {

    SecurityTerms terms() {
        return new SecurityTerms(
                id,
                amount,
                Optional.ofNullable(rule),
                Optional.ofNullable(payer),
                Optional.ofNullable(protects),
                Optional.ofNullable(custodian),
                Optional.ofNullable(condition),
                Optional.ofNullable(basis),
                Optional.ofNullable(dueOn));
    }

    SecurityAmount change() {
        return new SecurityAmount(id, Optional.ofNullable(amount), Optional.ofNullable(to));
    }
}
