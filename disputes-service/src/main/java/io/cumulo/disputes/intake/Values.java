package io.cumulo.disputes.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.kit.value.Decimals;
import io.cumulo.kit.value.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values in files as money, where they are: not without a currency, nor finer than its minor units. */
public final class Values {

    private Values() {}

    public static Optional<Money> money(JsonNode value) {
        if (!value.path("amount").isNumber() || !value.path("currency").isTextual()) {
            return Optional.empty();
        }
        return money(value.path("amount").decimalValue(), value.path("currency").textValue());
    }

    public static Optional<Money> money(BigDecimal amount, String currency) {
        try {
            return Optional.of(Money.of(Decimals.plain(amount).toPlainString(), currency));
        } catch (IllegalArgumentException noMoney) {
            return Optional.empty();
        }
    }

    /** The sum of like with like: empty when one of them isn't money or they aren't in one currency, or it would be below zero. */
    public static Optional<Money> sum(List<JsonNode> values) {
        List<Money> all = new ArrayList<>();
        for (JsonNode value : values) {
            Optional<Money> one = money(value);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            all.add(one.get());
        }
        if (all.stream().map(Money::currency).distinct().count() != 1) {
            return Optional.empty();
        }
        BigDecimal sum = all.stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.signum() < 0 ? Optional.empty() : money(sum, all.get(0).currency());
    }

    public static ObjectNode json(Money money) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("amount", money.amount().toPlainString())
                .put("currency", money.currency());
    }

    /** As OCDS prints it: a number. */
    public static ObjectNode printed(JsonNode money) {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        value.put("amount", new BigDecimal(money.path("amount").asText()));
        value.put("currency", money.path("currency").asText());
        return value;
    }
}
