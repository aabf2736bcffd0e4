package io.cumulo.disputes.ocds;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cumulo.kit.fact.FactBody;
import io.cumulo.kit.value.PartialDate;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A release as its publisher published it: kept whole and for ever.
 *
 * @param ocid of the contracting process
 * @param releaseId names it within the process
 * @param date that it states, as printed (RFC 3339)
 * @param releasedAt the same instant
 * @param tag what it is about
 * @param buyer the company that buys, where it is known which that is
 * @param statedBuyer what the publisher's files call the buyer
 * @param content the release as it came, JSON
 * @param publishedIn what its package says of itself, JSON
 * @param digest of what it says, however spelt
 */
@Embeddable
record Release(
        String ocid,
        String releaseId,
        @Column(name = "stated_date") String date,
        Instant releasedAt,
        List<String> tag,
        String buyer,
        String statedBuyer,
        @JsonIgnore String content,
        @JsonIgnore String publishedIn,
        @JsonIgnore String digest)
        implements FactBody {

    @Override
    public Optional<PartialDate> holdsFrom() {
        return Optional.of(day());
    }

    /** The day where it was published. */
    PartialDate day() {
        return PartialDate.of(OffsetDateTime.parse(date).toLocalDate());
    }
}
