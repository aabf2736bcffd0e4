package io.cumulo.companies.role;

import io.cumulo.kit.fact.FactBody;
import io.cumulo.kit.value.Key;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A person holds a title at a company for an interval.
 *
 * @param person as the source names them
 * @param title as the source words it
 * @param at the unit where it is held, when it isn't the company as a whole
 */
@Embeddable
public record Role(
        @NotBlank @Size(max = 300) String person,
        @NotBlank @Size(max = 300) String title,
        @Key @Column(name = "held_at") String at)
        implements FactBody {}
