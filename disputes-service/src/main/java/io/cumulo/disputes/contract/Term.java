package io.cumulo.disputes.contract;

import io.cumulo.kit.value.PartialDate;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;

/**
 * How long a contract runs.
 *
 * @param years from its award, with every option exercised
 * @param options whether some of it depends on options; null: not published
 * @param startsOn its first day, as precisely as known
 * @param endsOn its last day, as precisely as known
 */
public record Term(@Positive @Max(200) Integer years, Boolean options, PartialDate startsOn, PartialDate endsOn) {}
