package io.cumulo.investments.rates;

import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.clock.RecordClock;
import io.cumulo.kit.page.Cursor;
import io.cumulo.kit.page.Page;
import io.cumulo.kit.page.PageRequest;
import io.cumulo.kit.stream.ListFormat;
import io.cumulo.kit.stream.Lists;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The euro's reference rates. */
@Path("/v1/rates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rates")
public class RateResource {

    private final RateRepository rates;
    private final RecordClock clock;
    private final Lists lists;

    RateResource(RateRepository rates, RecordClock clock, Lists lists) {
        this.rates = rates;
        this.clock = clock;
        this.lists = lists;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListFormat.NDJSON_TYPE, ListFormat.CSV_TYPE})
    @Operation(
            summary = "The ECB's reference rates that apply on a day, or a series of them",
            description =
                    "On a day: of the last business day on or before it, and which currencies have none, and why.")
    @APIResponseSchema(RatesPage.class)
    public Uni<Response> rates(@BeanParam RateFilter filter, @BeanParam Clocks clocks, @BeanParam PageRequest page) {
        Moment moment = clocks.moment();
        RateFilter.Asked asked = filter.asked(moment.asOf());
        return asked.on()
                .map(day -> onDay(day, asked.currencies(), moment, page))
                .orElseGet(() -> series(asked, moment, page));
    }

    private Uni<Response> series(RateFilter.Asked asked, Moment moment, PageRequest page) {
        String list = "rates " + asked.from() + " " + asked.to() + " " + asked.currencies();
        return lists.answer(list, moment, page, (at, after, limit) -> clock.settled(at)
                .chain(settled ->
                        rates.between(asked.from(), asked.to(), asked.currencies(), settled, after, limit + 1))
                .map(found ->
                        Page.cut(found, limit, last -> Cursor.of(list, last.on().toString(), last.currency()))));
    }

    /** A page tells what is missing too. */
    private Uni<Response> onDay(LocalDate day, List<String> currencies, Moment moment, PageRequest page) {
        String list = "rates on " + day + " " + currencies;
        return lists.answer(list, moment, page, (at, after, limit) -> clock.settled(at)
                        .chain(settled -> rates.on(day, currencies, settled, after, limit + 1))
                        .map(found -> Page.cut(found, limit, last -> Cursor.of(list, last.currency()))))
                .chain(response -> response.getEntity() instanceof Page<?> found
                        ? missing(day, currencies, moment).map(missing -> Response.fromResponse(response)
                                .entity(new RatesPage(day, rates(found), found.next(), missing))
                                .build())
                        : Uni.createFrom().item(response));
    }

    private static List<Rate> rates(Page<?> page) {
        return page.items().stream().map(Rate.class::cast).toList();
    }

    private Uni<List<MissingRate>> missing(LocalDate day, List<String> currencies, Moment moment) {
        return Panache.withSession(() -> rates.on(day, currencies, moment, Optional.empty(), Integer.MAX_VALUE)
                .chain(found -> rates.spans(currencies, moment).map(spans -> missing(day, currencies, found, spans))));
    }

    private static List<MissingRate> missing(
            LocalDate day, List<String> asked, List<Rate> found, Map<String, RateRepository.Span> spans) {
        Set<String> there = found.stream().map(Rate::currency).collect(Collectors.toSet());
        return new TreeSet<>(asked.isEmpty() ? spans.keySet() : asked)
                .stream()
                        .filter(currency -> !there.contains(currency) && !currency.equals(Exchange.BASE))
                        .map(currency -> RateRepository.missing(currency, day, spans))
                        .toList();
    }
}
