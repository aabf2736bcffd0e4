package io.cumulo.investments.commitment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cumulo.kit.fact.FactBody;
import io.cumulo.kit.storage.JsonbType;
import io.cumulo.kit.value.About;
import io.cumulo.kit.value.Key;
import io.cumulo.kit.value.Money;
import io.cumulo.kit.value.PartialDate;
import io.cumulo.kit.value.PositiveMoney;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.annotations.JdbcType;

/**
 * An announced intention to spend.
 *
 * @param company that announced it
 * @param title in a few words
 * @param announcedOn as precisely as known; it holds from then on
 * @param qualifier how the amount is meant
 * @param amount null: undisclosed, which is not zero
 * @param period null: not announced
 * @param purpose in the announcement's words or ours
 * @param categories what it is for, in kebab-case
 * @param split the amount of each category; null: unknown, and never derived
 * @param supersedes the commitment that it takes the place of
 */
@Embeddable
public record Commitment(
        @NotNull @Key String company,
        @NotBlank @Size(max = 500) String title,
        @NotNull PartialDate announcedOn,
        @NotNull @Enumerated(EnumType.STRING) Qualifier qualifier,
        @JdbcType(JsonbType.class) @PositiveMoney Money amount,
        @JdbcType(JsonbType.class) @Valid Period period,
        @Size(max = 4000) String purpose,
        @Size(max = 100) List<@Key String> categories,
        @JdbcType(JsonbType.class) @Size(max = 100) Map<@Key String, @NotNull @PositiveMoney Money> split,
        @Key String supersedes)
        implements FactBody {

    public Commitment {
        categories = categories == null ? List.of() : List.copyOf(categories);
    }

    @Override
    public Optional<PartialDate> holdsFrom() {
        return Optional.ofNullable(announcedOn);
    }

    @JsonIgnore
    @About("split")
    @AssertTrue(
            message =
                    "a split divides a disclosed amount, in its currency, over categories of the commitment, and not more than it")
    public boolean isSplitWithinAmount() {
        if (split == null) {
            return true;
        }
        return amount != null
                && categories.containsAll(split.keySet())
                && split.values().stream()
                        .allMatch(part -> part != null && part.currency().equals(amount.currency()))
                && split.values().stream()
                                .map(Money::amount)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .compareTo(amount.amount())
                        <= 0;
    }

    @JsonIgnore
    @About("categories")
    @AssertTrue(message = "no category is called unknown: that is where money stands whose category isn't known")
    public boolean isEveryCategoryKnown() {
        return !categories.contains(Accounts.UNKNOWN);
    }
}
