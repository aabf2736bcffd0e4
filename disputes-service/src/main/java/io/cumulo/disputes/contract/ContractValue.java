package io.cumulo.disputes.contract;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cumulo.kit.value.Money;
import jakarta.validation.constraints.AssertTrue;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a contract is worth: three amounts that are never mixed, and never derived from each other. Each is null when nobody published it.
 *
 * @param ceiling the most that may be ordered under it, if every option is exercised
 * @param guaranteed the least that the buyer has to order
 * @param obligated what the buyer has ordered
 */
public record ContractValue(Money ceiling, Money guaranteed, Money obligated) {

    static final ContractValue UNPUBLISHED = new ContractValue(null, null, null);

    @JsonIgnore
    @AssertTrue(message = "no amount may be below zero")
    public boolean isNowhereNegative() {
        return Stream.of(Optional.ofNullable(ceiling), Optional.ofNullable(guaranteed), Optional.ofNullable(obligated))
                .flatMap(Optional::stream)
                .allMatch(money -> money.amount().signum() >= 0);
    }
}
