package io.cumulo.gateway.dossier;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** Bounds on what one dossier may cost. */
@ConfigMapping(prefix = "cumulo.dossier")
public interface DossierLimits {

    /** Most units, brands and subsidiaries whose commitments, spending, claims, contracts and disputes are included. */
    @WithDefault("50")
    @Min(0)
    int familyMembers();

    /** Most disputes whose docket is included, and most contracts that stand there because they are disputed; 50 at most. */
    @WithDefault("50")
    @Min(1)
    @Max(50)
    int dockets();

    /** How long services may take to say whether a kept dossier still holds, before it is composed anew. */
    @WithDefault("200ms")
    @DurationMin(millis = 1)
    Duration snapshotWithin();

    /** How much memory dossiers may take that are kept for as long as nothing is recorded; 0 keeps none. */
    @WithDefault("16777216")
    @Min(0)
    long keptBytes();
}
