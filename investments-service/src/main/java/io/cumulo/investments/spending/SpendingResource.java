package io.cumulo.investments.spending;

import io.cumulo.investments.company.CompanyKeys;
import io.cumulo.investments.rates.TargetCurrency;
import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.clock.RecordClock;
import io.cumulo.kit.page.Page;
import io.cumulo.kit.page.PageRequest;
import io.cumulo.kit.stream.ListFormat;
import io.cumulo.kit.stream.Lists;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What companies reported to have spent. */
@Path("/v1/spending")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reported spending")
public class SpendingResource {

    private final CapitalExpenditure spending;
    private final CompanyKeys keys;
    private final RecordClock clock;
    private final Lists lists;

    SpendingResource(CapitalExpenditure spending, CompanyKeys keys, RecordClock clock, Lists lists) {
        this.spending = spending;
        this.keys = keys;
        this.clock = clock;
        this.lists = lists;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListFormat.NDJSON_TYPE, ListFormat.CSV_TYPE})
    @Operation(
            summary = "Capital expenditure as filed, by company and period, of the latest filing by then",
            description =
                    "What isn't here wasn't reported, which is not zero. It is group-wide, and fulfils no commitment.")
    @APIResponseSchema(ReportedSpending.class)
    public Uni<Response> spending(
            @BeanParam SpendingFilter filter,
            @BeanParam TargetCurrency target,
            @BeanParam Clocks clocks,
            @BeanParam PageRequest page) {
        Moment moment = clocks.moment();
        SpendingFilter.Asked asked = filter.asked();
        Optional<String> in = target.currency();
        String list = "spending " + filter.company + asked + in.orElse("");
        return keys.allKeys(filter.company, moment)
                .chain(companies -> lists.answer(list, moment, page, (at, after, limit) -> clock.settled(at)
                        .chain(settled -> spending.page(companies, asked, in, settled, after, limit + 1))
                        .map(found -> Page.cut(found, limit, last -> SpendingRepository.position(list, last)))));
    }
}
