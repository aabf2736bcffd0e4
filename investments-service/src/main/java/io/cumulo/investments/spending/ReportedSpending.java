package io.cumulo.investments.spending;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cumulo.investments.rates.Conversion;
import io.cumulo.kit.value.Citation;
import io.cumulo.kit.value.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a company reported to have spent over a period, of the group as a whole: it stands beside commitments and fulfils none. Of several filings that tell
 * of the period, the latest one.
 *
 * @param company its key
 * @param measure what is measured
 * @param period from its first to its last day
 * @param span how long the period is; figures of different spans are never put together
 * @param year in which the period ends: financial years are named after that
 * @param taxonomy and {@code tag}: under which name it was filed
 * @param converted in the currency that was asked for, at the rates of the period's last day; null: none was asked for
 * @param validFrom from when on it was so in the world: the day of the filing
 * @param validTo always null: what was filed stays filed
 * @param earlier what other filings told of the same period, the latest first: they were replaced, and stay
 */
public record ReportedSpending(
        String company,
        String measure,
        ReportedPeriod period,
        Span span,
        int year,
        Money amount,
        @JsonInclude(JsonInclude.Include.NON_NULL) ConvertedAmount converted,
        String taxonomy,
        String tag,
        String form,
        String accession,
        LocalDate filedOn,
        LocalDate validFrom,
        LocalDate validTo,
        Instant recordedAt,
        String standing,
        List<Citation> sources,
        List<Earlier> earlier) {

    /** From its first day to its last, both included. */
    public record ReportedPeriod(LocalDate from, LocalDate to) {}

    /**
     * An amount in another currency.
     *
     * @param amount null: there is no rate
     */
    public record ConvertedAmount(Money amount, Conversion conversion) {}

    /** What another filing told. */
    public record Earlier(
            Money amount, String taxonomy, String tag, String form, String accession, LocalDate filedOn) {}

    public ReportedSpending {
        sources = List.copyOf(sources);
        earlier = List.copyOf(earlier);
    }

    ReportedSpending with(Conversion conversion) {
        return new ReportedSpending(
                company,
                measure,
                period,
                span,
                year,
                amount,
                new ConvertedAmount(conversion.of(amount).orElse(null), conversion),
                taxonomy,
                tag,
                form,
                accession,
                filedOn,
                validFrom,
                validTo,
                recordedAt,
                standing,
                sources,
                earlier);
    }
}
