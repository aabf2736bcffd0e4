package io.cumulo.investments.spending;

import io.cumulo.kit.fact.FactBody;
import io.cumulo.kit.storage.JsonbType;
import io.cumulo.kit.value.Money;
import io.cumulo.kit.value.PartialDate;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Optional;
import org.hibernate.annotations.JdbcType;

/**
 * A figure in a filing; it holds from the day on which it was filed.
 *
 * @param measure what it measures: {@code capital-expenditure}
 * @param periodFrom first day of the period
 * @param periodTo last day of the period
 * @param amount as filed, of the group as a whole
 * @param taxonomy of the tag: us-gaap, ifrs-full
 * @param tag under which it was filed
 * @param form such as 10-K or 10-K/A
 * @param accession number of the filing
 */
@Embeddable
record Figure(
        String measure,
        LocalDate periodFrom,
        LocalDate periodTo,
        @Enumerated(EnumType.STRING) Span span,
        @JdbcType(JsonbType.class) Money amount,
        String taxonomy,
        String tag,
        String form,
        String accession,
        LocalDate filedOn)
        implements FactBody {

    static final String CAPITAL_EXPENDITURE = "capital-expenditure";

    @Override
    public Optional<PartialDate> holdsFrom() {
        return Optional.of(PartialDate.of(filedOn));
    }
}
