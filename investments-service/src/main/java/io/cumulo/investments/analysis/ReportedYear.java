package io.cumulo.investments.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cumulo.investments.spending.ReportedSpending;
import io.cumulo.kit.value.Money;
import java.time.LocalDate;

/**
 * What a company reported to have spent in a financial year, group-wide: it stands beside commitments and fulfils none.
 *
 * @param year in which the financial year ends
 * @param to its last day
 * @param measure what was measured
 * @param amount by the latest filing
 * @param converted in the currency that was asked for, at the rates of the year's last day; null: none was asked for
 */
public record ReportedYear(
        int year,
        LocalDate to,
        String measure,
        Money amount,
        @JsonInclude(JsonInclude.Include.NON_NULL) ReportedSpending.ConvertedAmount converted) {

    static ReportedYear of(ReportedSpending reported) {
        return new ReportedYear(
                reported.year(), reported.period().to(), reported.measure(), reported.amount(), reported.converted());
    }
}
