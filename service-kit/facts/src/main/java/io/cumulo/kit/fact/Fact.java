package io.cumulo.kit.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.cumulo.kit.value.Citation;
import io.cumulo.kit.value.PartialDate;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A fact as it is answered.
 *
 * @param id the fact's key; the same through all its versions
 * @param body the kind's own members
 * @param validFrom first day on which it held, as precise as stated; null: since ever
 * @param validTo last day on which it held, inclusive; null: it still holds
 * @param recordedAt when Cumulo learnt this version, by the database's clock
 * @param retraction why and on whose word it was taken back; only on retracted facts
 */
@Schema(name = "%s")
public record Fact<B extends FactBody>(
        String id,
        @JsonUnwrapped B body,
        PartialDate validFrom,
        PartialDate validTo,
        Instant recordedAt,
        Standing standing,
        boolean preferred,
        List<Citation> sources,
        @JsonInclude(JsonInclude.Include.NON_NULL) Retraction retraction) {}
