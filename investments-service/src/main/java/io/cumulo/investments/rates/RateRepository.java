package io.cumulo.investments.rates;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.page.Cursor;
import io.cumulo.kit.value.Citation;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rates as recorded, in the current session. */
@ApplicationScoped
class RateRepository {

    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    private static final String KNOWN =
            "recorded_from <= :knownAt and (recorded_to is null or recorded_to > :knownAt) and standing <> 'RETRACTED'";

    private static final String COLUMNS = """
            select rate.key, day, rate.value, recorded_from, standing, cast(sources as text)
            from day_rates cross join lateral jsonb_each_text(rates) rate
            """;

    private static final String BETWEEN = COLUMNS + """
            where day between :from and :to and (day, rate.key) > (:afterDay, :afterCurrency) and day >= :afterDay
              and (:all or rate.key in (:currencies)) and
            """ + KNOWN + " order by day, rate.key limit :most";

    private static final String ON = "select distinct on (key) * from (" + COLUMNS
            + " where day between cast(:on as date) - longest_reach() and :on and rate.key > :afterCurrency and (:all or rate.key in (:currencies)) and "
            + KNOWN
            + ") reachable (key, day, value, recorded_from, standing, sources) order by key, day desc limit :most";

    private static final String SPANS = """
            select rate.key, min(day), max(day) from day_rates cross join lateral jsonb_object_keys(rates) rate (key)
            where
            """ + KNOWN + " group by rate.key";

    private static final String SPANS_OF = """
            select asked.currency, span.first, span.last
            from unnest(string_to_array(:currencies, ' ')) asked (currency)
            cross join lateral reference_rate_span(asked.currency, :knownAt) span
            """;

    private static final String QUOTES = """
            select asked.currency, cast(asked.day as date) as wanted, quote.rate, quote.day
            from unnest(string_to_array(:currencies, ' '), string_to_array(:days, ' ')) asked (currency, day)
            cross join lateral reference_rate(asked.currency, cast(asked.day as date), :knownAt) quote
            """;

    private final ObjectMapper mapper;

    RateRepository(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** From when to when a currency has rates. */
    record Span(LocalDate first, LocalDate last) {}

    /** A rate that applies on a day that was asked for. */
    record Quote(String currency, LocalDate wanted, BigDecimal rate, LocalDate day) {}

    /** In the order of days and currencies. */
    Uni<List<Rate>> between(
            LocalDate from,
            LocalDate to,
            Collection<String> currencies,
            Moment moment,
            Optional<Cursor> after,
            int most) {
        Map<String, Object> parameters = parameters(currencies, moment);
        parameters.put("from", from);
        parameters.put("to", to);
        parameters.put("afterDay", after.map(cursor -> cursor.day(0)).orElse(from));
        parameters.put("afterCurrency", after.map(cursor -> cursor.text(1)).orElse(""));
        parameters.put("most", most);
        return rows(BETWEEN, parameters).map(this::rates);
    }

    /** The last ones on or before a day, by currency; those of all currencies when none is named. */
    Uni<List<Rate>> on(LocalDate day, Collection<String> currencies, Moment moment, Optional<Cursor> after, int most) {
        Map<String, Object> parameters = parameters(currencies, moment);
        parameters.put("on", day);
        parameters.put("afterCurrency", after.map(cursor -> cursor.text(0)).orElse(""));
        parameters.put("most", most);
        return rows(ON, parameters).map(this::rates);
    }

    /** From when to when each currency has rates; of those that have none there is no entry. All of them when none is named. */
    Uni<Map<String, Span>> spans(Collection<String> currencies, Moment moment) {
        Map<String, Object> parameters = new HashMap<>(Map.of("knownAt", knownAt(moment)));
        if (!currencies.isEmpty()) {
            parameters.put("currencies", String.join(" ", currencies));
        }
        return rows(currencies.isEmpty() ? SPANS : SPANS_OF, parameters).map(rows -> rows.stream()
                .filter(row -> row[1] != null)
                .collect(Collectors.toMap(
                        row -> (String) row[0], row -> new Span((LocalDate) row[1], (LocalDate) row[2]))));
    }

    /** All rates of each day from one to another. */
    Uni<Map<LocalDate, Map<String, BigDecimal>>> days(LocalDate from, LocalDate to, Moment moment) {
        return rows(
                        "select day, rate.key, rate.value from day_rates cross join lateral jsonb_each_text(rates) rate"
                                + " where day between :from and :to and " + KNOWN,
                        Map.of("from", from, "to", to, "knownAt", knownAt(moment)))
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> (LocalDate) row[0],
                                Collectors.toMap(row -> (String) row[1], row -> new BigDecimal((String) row[2])))));
    }

    /** Why a currency has no rate that applies on a day. */
    static MissingRate missing(String currency, LocalDate day, Map<String, Span> spans) {
        Optional<Span> span = Optional.ofNullable(spans.get(currency));
        return MissingRate.of(
                currency,
                day,
                span.map(Span::first).orElse(null),
                span.map(Span::last).orElse(null));
    }

    /** The rates that apply; of what has none there is none. */
    Uni<List<Quote>> quotes(Collection<Dated> wanted, Moment moment) {
        Map<String, Object> parameters = Map.of(
                "currencies", wanted.stream().map(Dated::currency).collect(Collectors.joining(" ")),
                "days", wanted.stream().map(dated -> dated.day().toString()).collect(Collectors.joining(" ")),
                "knownAt", knownAt(moment));
        return rows(QUOTES, parameters).map(rows -> rows.stream()
                .map(row -> new Quote((String) row[0], (LocalDate) row[1], (BigDecimal) row[2], (LocalDate) row[3]))
                .toList());
    }

    private static Map<String, Object> parameters(Collection<String> currencies, Moment moment) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("all", currencies.isEmpty());
        parameters.put("currencies", currencies.isEmpty() ? List.of("") : currencies);
        parameters.put("knownAt", knownAt(moment));
        return parameters;
    }

    private static OffsetDateTime knownAt(Moment moment) {
        return moment.knownAt().orElse(EVER).atOffset(ZoneOffset.UTC);
    }

    private static Uni<List<Object[]>> rows(String query, Map<String, Object> parameters) {
        return Panache.getSession().chain(session -> {
            var selection = session.createNativeQuery(query, Object[].class);
            parameters.forEach(selection::setParameter);
            return selection.getResultList();
        });
    }

    private List<Rate> rates(List<Object[]> rows) {
        return rows.stream()
                .map(row -> new Rate(
                        (String) row[0],
                        (LocalDate) row[1],
                        (String) row[2],
                        Exchange.BASE,
                        (LocalDate) row[1],
                        (LocalDate) row[1],
                        ((OffsetDateTime) row[3]).toInstant(),
                        ((String) row[4]).toLowerCase(Locale.ROOT),
                        sources((String) row[5])))
                .toList();
    }

    private List<Citation> sources(String stored) {
        try {
            return mapper.readValue(stored, new TypeReference<List<Citation>>() {});
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
