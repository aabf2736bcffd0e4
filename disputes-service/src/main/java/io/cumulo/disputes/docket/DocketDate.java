package io.cumulo.disputes.docket;

import com.fasterxml.jackson.annotation.JsonValue;
import io.cumulo.kit.value.PartialDate;
import java.time.LocalDate;

/**
 * When an entry made something so; told as precisely as its source states it.
 *
 * @param day on which the fold takes the entry: its own, or the one of its month or year that it is placed on
 * @param stated the entry's date
 */
public record DocketDate(LocalDate day, @JsonValue PartialDate stated) {}
