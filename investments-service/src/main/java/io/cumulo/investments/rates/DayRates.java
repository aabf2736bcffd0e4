package io.cumulo.investments.rates;

import io.cumulo.kit.fact.FactBody;
import io.cumulo.kit.storage.JsonbType;
import io.cumulo.kit.value.PartialDate;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hibernate.annotations.JdbcType;

/**
 * The reference rates of one day.
 *
 * @param day on which they were published
 * @param rates what one euro was worth, decimal, by ISO 4217 code
 */
@Embeddable
record DayRates(LocalDate day, @JdbcType(JsonbType.class) Map<String, String> rates) implements FactBody {

    DayRates {
        rates = Collections.unmodifiableMap(new TreeMap<>(rates));
    }

    @Override
    public Optional<PartialDate> holdsFrom() {
        return Optional.of(PartialDate.of(day));
    }
}
