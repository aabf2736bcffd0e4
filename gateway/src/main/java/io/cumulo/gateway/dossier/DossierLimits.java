package io.cumulo.gateway.dossier;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds on what one dossier may cost. */
@ConfigMapping(prefix = "cumulo.dossier")
public interface DossierLimits {

    /** How long the services have, all together; what didn't come by then is named in {@code incomplete}. */
    @WithDefault("3s")
    Duration deadline();

    /** Most units, brands and subsidiaries whose own facts are included. */
    @WithDefault("50")
    int familyMembers();

    /** Most pages, of 500 items each, that are read of one list. */
    @WithDefault("4")
    int pages();

    /** Most disputes whose docket is included. */
    @WithDefault("50")
    int dockets();

    /** Most connections to one service, apart from those that requests are passed on by. */
    @WithDefault("32")
    int maxConnections();

    /** Most questions that wait for a connection to one service. */
    @WithDefault("1024")
    int maxWaiting();
}
