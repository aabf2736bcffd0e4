package io.cumulo.companies.market;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cumulo.kit.fact.FactBody;
import io.cumulo.kit.value.About;
import io.cumulo.kit.value.Decimals;
import io.cumulo.kit.value.Key;
import io.cumulo.kit.value.PartialDate;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a researcher sees a company in a market. It holds from the period it measures on; a later period is another fact.
 *
 * @param researcher the company that measured
 * @param market the market's scope, in the researcher's words
 * @param region ISO 3166-1 alpha-2, or {@code worldwide}
 * @param period a year, half-year, quarter or month: 2019, 2019-H2, 2020-Q1, 2020-04
 * @param rank 1 is the first; null: not given
 * @param share percent of the market; null: not given
 * @param trend in the researcher's words
 */
@Embeddable
public record MarketPosition(
        @NotNull @Key String researcher,
        @NotBlank @Size(max = 500) String market,
        @NotNull String region,

        @NotNull @Pattern(regexp = PERIOD, message = "must be a period as 2019, 2019-H2, 2020-Q1 or 2020-04")
        String period,

        @Positive Integer rank,

        @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 3)
        BigDecimal share,

        @Size(max = 1000) String trend)
        implements FactBody {

    private static final String PERIOD = "[1-9][0-9]{3}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?";

    public MarketPosition {
        share = Decimals.plain(share);
    }

    @JsonIgnore
    @About("region")
    @AssertTrue(message = "region must be worldwide or an ISO 3166-1 alpha-2 code such as CN")
    public boolean isInKnownRegion() {
        return region == null
                || region.equals("worldwide")
                || Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(region);
    }

    @Override
    public Optional<PartialDate> holdsFrom() {
        return Optional.ofNullable(period).filter(text -> text.matches(PERIOD)).map(MarketPosition::firstMonth);
    }

    private static PartialDate firstMonth(String period) {
        if (period.length() < 7 || Character.isDigit(period.charAt(5))) {
            return new PartialDate(period);
        }
        int months = period.charAt(5) == 'Q' ? 3 : 6;
        int first = (period.charAt(6) - '1') * months + 1;
        return new PartialDate(String.format(Locale.ROOT, "%s-%02d", period.substring(0, 4), first));
    }
}
