package io.cumulo.kit.fact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cumulo.kit.value.PartialDate;
import java.util.Optional;

/** What a kind of fact says, beside what all facts have: its validity, its standing and its sources. */
public interface FactBody {

    /** For facts that carry their own date: the first day on which they hold when no validity is stated. */
    @JsonIgnore
    default Optional<PartialDate> holdsFrom() {
        return Optional.empty();
    }
}
