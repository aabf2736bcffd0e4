package io.cumulo.disputes.contract;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cumulo.kit.value.Money;
import jakarta.validation.constraints.AssertTrue;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a contract is worth: four amounts that are never mixed, and never derived from each other. Each is null when nobody published it.
 *
 * @param ceiling the most that may be ordered under it, if every option is exercised
 * @param guaranteed the least that the buyer has to order
 * @param obligated what the buyer has ordered
 * @param spent what the buyer has paid
 */
public record ContractValue(Money ceiling, Money guaranteed, Money obligated, Money spent) {

    /** Of a contract about whose worth nobody published anything. */
    public static final ContractValue UNPUBLISHED = new ContractValue(null, null, null, null);

    @JsonIgnore
    @AssertTrue(message = "no amount may be below zero")
    public boolean isNowhereNegative() {
        return Stream.of(ceiling, guaranteed, obligated, spent)
                .map(Optional::ofNullable)
                .flatMap(Optional::stream)
                .allMatch(money -> money.amount().signum() >= 0);
    }
}
