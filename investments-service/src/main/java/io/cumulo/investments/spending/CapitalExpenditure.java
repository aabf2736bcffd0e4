package io.cumulo.investments.spending;

import io.cumulo.investments.rates.Conversion;
import io.cumulo.investments.rates.Dated;
import io.cumulo.investments.rates.Exchange;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.page.Cursor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What companies reported to have spent on property and equipment; in the current session. */
@ApplicationScoped
public class CapitalExpenditure {

    private static final int MOST_YEARS = 10_000;

    private final SpendingRepository figures;
    private final Exchange exchange;

    CapitalExpenditure(SpendingRepository figures, Exchange exchange) {
        this.figures = figures;
        this.exchange = exchange;
    }

    /**
     * The financial years that these companies reported by a settled moment, in the order of companies and years.
     *
     * @param in the currency in which the figures are told too
     */
    public Uni<List<ReportedSpending>> years(Collection<String> companies, Optional<String> in, Moment moment) {
        return companies.isEmpty()
                ? Uni.createFrom().item(List.of())
                : page(
                        companies,
                        new SpendingFilter.Asked(Span.YEAR, Optional.empty()),
                        in,
                        moment,
                        Optional.empty(),
                        MOST_YEARS);
    }

    Uni<List<ReportedSpending>> page(
            Collection<String> companies,
            SpendingFilter.Asked asked,
            Optional<String> in,
            Moment moment,
            Optional<Cursor> after,
            int most) {
        Uni<List<ReportedSpending>> page = figures.page(companies, asked, moment, after, most);
        return in.isEmpty() ? page : page.chain(found -> converted(found, in.get(), moment));
    }

    /** What was spent over a period is converted at the rates of its last day. */
    private Uni<List<ReportedSpending>> converted(List<ReportedSpending> found, String in, Moment moment) {
        List<Dated> wanted = found.stream().map(CapitalExpenditure::ended).toList();
        return exchange.conversions(wanted, in, moment).map(conversions -> converted(found, conversions));
    }

    private static List<ReportedSpending> converted(List<ReportedSpending> found, Map<Dated, Conversion> conversions) {
        return found.stream().map(one -> one.with(conversions.get(ended(one)))).toList();
    }

    private static Dated ended(ReportedSpending spending) {
        return new Dated(spending.amount().currency(), spending.period().to());
    }
}
