package io.cumulo.gateway.dossier;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds on what one dossier may cost. */
@ConfigMapping(prefix = "cumulo.dossier")
public interface DossierLimits {

    /** Most units, brands and subsidiaries whose own facts are included. */
    @WithDefault("50")
    int familyMembers();

    /** Most disputes whose docket is included. */
    @WithDefault("50")
    int dockets();
}
