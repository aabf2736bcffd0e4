package io.cumulo.investments.rates;

import io.cumulo.kit.clock.Moment;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Money in another currency, by the ECB's reference rates, through the euro; what has no rate isn't converted, and that is said. */
@ApplicationScoped
public class Exchange {

    /** What the rates are of. */
    public static final String BASE = "EUR";

    private final RateRepository rates;

    Exchange(RateRepository rates) {
        this.rates = rates;
    }

    /**
     * How each of these is made into the target currency, as the rates were known at a settled moment; in the current session, with one look for all.
     *
     * @param to ISO 4217
     */
    public Uni<Map<Dated, Conversion>> conversions(Collection<Dated> wanted, String to, Moment moment) {
        Set<Dated> needed = wanted.stream()
                .flatMap(dated ->
                        Conversion.needed(dated.currency(), to).stream().map(code -> new Dated(code, dated.day())))
                .collect(Collectors.toSet());
        return quoted(needed, moment)
                .chain(quotes -> missing(needed, quotes, moment).map(missing -> wanted.stream()
                        .distinct()
                        .collect(Collectors.toMap(dated -> dated, dated -> conversion(dated, to, quotes, missing)))));
    }

    /** What one euro was worth in each currency on each day from one to another on which there are rates, at a settled moment; in the current session. */
    public Uni<Map<LocalDate, Map<String, BigDecimal>>> days(LocalDate from, LocalDate to, Moment moment) {
        return rates.days(from, to, moment);
    }

    private Uni<Map<Dated, UsedRate>> quoted(Set<Dated> needed, Moment moment) {
        return needed.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : rates.quotes(needed, moment).map(quotes -> {
                    Map<Dated, UsedRate> found = new HashMap<>();
                    quotes.forEach(quote -> found.put(
                            new Dated(quote.currency(), quote.wanted()),
                            new UsedRate(quote.currency(), quote.rate().toPlainString(), quote.day())));
                    return found;
                });
    }

    private Uni<Map<Dated, MissingRate>> missing(Set<Dated> needed, Map<Dated, UsedRate> quotes, Moment moment) {
        Set<String> currencies = needed.stream()
                .filter(dated -> !quotes.containsKey(dated))
                .map(Dated::currency)
                .collect(Collectors.toCollection(TreeSet::new));
        if (currencies.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return rates.spans(currencies, moment).map(spans -> {
            Map<Dated, MissingRate> missing = new HashMap<>();
            needed.stream().filter(dated -> !quotes.containsKey(dated)).forEach(dated -> {
                missing.put(dated, RateRepository.missing(dated.currency(), dated.day(), spans));
            });
            return missing;
        });
    }

    private static Conversion conversion(
            Dated dated, String to, Map<Dated, UsedRate> quotes, Map<Dated, MissingRate> missing) {
        List<UsedRate> used = new ArrayList<>();
        List<MissingRate> none = new ArrayList<>();
        for (String code : Conversion.needed(dated.currency(), to)) {
            Dated key = new Dated(code, dated.day());
            if (quotes.containsKey(key)) {
                used.add(quotes.get(key));
            } else {
                none.add(missing.get(key));
            }
        }
        return Conversion.of(dated.currency(), to, dated.day(), used, none);
    }
}
