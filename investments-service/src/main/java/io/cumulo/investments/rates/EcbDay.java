package io.cumulo.investments.rates;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.kit.imports.XmlElement;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What an ECB file says of one day.
 *
 * @param rates decimal, without zeros at the end, by currency
 * @param none the currencies of which it says that there is no rate
 */
record EcbDay(LocalDate day, Map<String, String> rates, Set<String> none) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .filter(code -> !code.equals(Exchange.BASE))
            .collect(Collectors.toUnmodifiableSet());
    private static final String DATE = "Date";

    /** As the daily file writes it. */
    private static final DateTimeFormatter IN_WORDS =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);

    private static final String DECIMAL = "[0-9]{1,15}(\\.[0-9]{1,12})?";
    private static final Set<String> NO_RATE = Set.of("", "N/A", "-");

    /**
     * Reads an entry of {@link EcbFile}.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 with every cell that is wrong
     */
    static EcbDay of(String entry) {
        Map<String, String> cells = entry.startsWith("<") ? ofXml(entry) : ofLine(entry);
        List<Fault> faults = new ArrayList<>();
        Optional<LocalDate> day = day(cells.remove(DATE), faults);
        Map<String, String> rates = new TreeMap<>();
        Set<String> none = new TreeSet<>();
        cells.forEach((currency, cell) -> {
            if (!CURRENCIES.contains(currency)) {
                faults.add(Fault.at("/" + currency, "is not an ISO 4217 currency"));
            } else if (NO_RATE.contains(cell)) {
                none.add(currency);
            } else if (!cell.matches(DECIMAL) || new BigDecimal(cell).signum() == 0) {
                faults.add(Fault.at("/" + currency, "must be a decimal above zero, or N/A"));
            } else {
                rates.put(currency, new BigDecimal(cell).stripTrailingZeros().toPlainString());
            }
        });
        if (rates.isEmpty() && faults.isEmpty()) {
            faults.add(Fault.at("", "no rate is told"));
        }
        if (!faults.isEmpty()) {
            throw Problem.INVALID_BODY.because(
                    "The day's rates can't be taken: " + faults.get(0).detail(), faults);
        }
        return new EcbDay(day.orElseThrow(), rates, none);
    }

    /** What stands once this is known too: what it doesn't speak of stays. */
    Map<String, String> over(Map<String, String> standing) {
        Map<String, String> all = new TreeMap<>(standing);
        all.keySet().removeAll(none);
        all.putAll(rates);
        return all;
    }

    private static Map<String, String> ofLine(String entry) {
        try {
            JsonNode line = JSON.readTree(entry);
            Map<String, String> cells = new TreeMap<>();
            line.properties()
                    .forEach(cell -> cells.put(
                            cell.getKey().equalsIgnoreCase(DATE) ? DATE : cell.getKey(),
                            cell.getValue().asText()));
            return cells;
        } catch (JsonProcessingException written) {
            throw new IllegalStateException(written);
        }
    }

    /** {@code <Cube time="2020-04-20"><Cube currency="USD" rate="1.086"/>…} */
    private static Map<String, String> ofXml(String entry) {
        XmlElement day = XmlElement.parse(entry);
        Map<String, String> cells = new TreeMap<>();
        day.attribute("time").ifPresent(time -> cells.put(DATE, time));
        day.children("Cube")
                .forEach(cube -> cells.put(
                        cube.attribute("currency").orElse(""),
                        cube.attribute("rate").orElse("")));
        return cells;
    }

    private static Optional<LocalDate> day(String cell, List<Fault> faults) {
        Optional<LocalDate> day = parsed(cell);
        if (day.isEmpty()) {
            faults.add(Fault.at("/" + DATE, "must be a day as 2020-04-20 or 20 April 2020"));
        } else if (day.get()
                .isAfter(LocalDate.now(Clock.systemUTC().withZone(ZoneOffset.UTC))
                        .plusDays(1))) {
            faults.add(Fault.at("/" + DATE, "lies in the future"));
        } else if (day.get().getYear() < 1999) {
            faults.add(Fault.at("/" + DATE, "lies before the euro"));
        }
        return day;
    }

    private static Optional<LocalDate> parsed(String cell) {
        if (cell == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(cell.matches("[0-9]{4}-.*") ? LocalDate.parse(cell) : LocalDate.parse(cell, IN_WORDS));
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }
}
