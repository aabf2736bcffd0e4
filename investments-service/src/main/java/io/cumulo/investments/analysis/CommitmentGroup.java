package io.cumulo.investments.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cumulo.kit.value.Money;
import java.util.List;

/**
 * What commitments come to together.
 *
 * @param company who announced them; null: not asked for
 * @param category what the money is for; {@code unknown} where nobody told; null: not asked for
 * @param year in which they were announced; null: not asked for
 * @param currency in which they stand; amounts of two currencies are never added up; null: undisclosed ones
 * @param commitments how many have a part in it
 * @param pledged all that was promised, revisions included; of a superseded commitment, what it spent; null: undisclosed
 * @param spent disbursed; null: undisclosed
 * @param outstanding promised, and neither spent nor cancelled; nothing of a superseded commitment; null: undisclosed
 * @param converted in the currency that was asked for; the amounts beside it are null where they would be of several; null: not asked for
 * @param reported what the company reported to have spent, as a group and for whatever purpose, in that year, or in each year; null where a group isn't one
 *     of a company as a whole; empty: nothing was reported, which isn't zero
 */
public record CommitmentGroup(
        String company,
        String category,
        String year,
        String currency,
        int commitments,
        Money pledged,
        Money spent,
        Money outstanding,
        @JsonInclude(JsonInclude.Include.NON_NULL) ConvertedGroup converted,
        List<ReportedYear> reported) {

    /** The same with what the company reported. */
    CommitmentGroup beside(List<ReportedYear> years) {
        return new CommitmentGroup(
                company, category, year, currency, commitments, pledged, spent, outstanding, converted, years);
    }
}
