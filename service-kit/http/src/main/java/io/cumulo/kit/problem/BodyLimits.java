package io.cumulo.kit.problem;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How large a body may be: files that are handed in to be imported are taken apart while they arrive, all else is held in memory. */
@ApplicationScoped
public class BodyLimits {

    private static final String IMPORTS = "/imports";

    private final long bodyBytes;
    private final long importBytes;

    public BodyLimits(
            @ConfigProperty(name = "cumulo.limits.body-bytes") long bodyBytes,
            @ConfigProperty(name = "cumulo.limits.import-bytes") long importBytes) {
        this.bodyBytes = bodyBytes;
        this.importBytes = importBytes;
    }

    /** In bytes, for a request to this path. */
    public long of(String path) {
        return path != null && path.endsWith(IMPORTS) ? importBytes : bodyBytes;
    }
}
