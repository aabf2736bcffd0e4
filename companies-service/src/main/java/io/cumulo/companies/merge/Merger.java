package io.cumulo.companies.merge;

import io.cumulo.kit.fact.FactBody;
import io.cumulo.kit.value.Key;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Two records found to be one company.
 *
 * @param into the record that goes on
 * @param reason how that was found
 */
@Embeddable
public record Merger(
        @NotNull @Key @Column(name = "target") String into,
        @Size(max = 2000) String reason) implements FactBody {}
