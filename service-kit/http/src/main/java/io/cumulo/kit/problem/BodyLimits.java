package io.cumulo.kit.problem;

import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How large a body may be: files that are handed in to be imported are taken apart while they arrive, all else is held in memory. */
@ApplicationScoped
public class BodyLimits {

    /** Where files are handed in: to a collection, and to nothing below it. */
    private static final Pattern IMPORTS = Pattern.compile("/v1/[^/]+/imports");

    private final long bodyBytes;
    private final long importBytes;

    public BodyLimits(
            @ConfigProperty(name = "cumulo.limits.body-bytes") long bodyBytes,
            @ConfigProperty(name = "cumulo.limits.import-bytes") long importBytes) {
        this.bodyBytes = bodyBytes;
        this.importBytes = importBytes;
    }

    /** In bytes, for a request by this method to this path. */
    public long of(HttpMethod method, String path) {
        return isImport(method, path) ? importBytes : bodyBytes;
    }

    /** In bytes, for a file that is handed in to be imported. */
    public long ofImports() {
        return importBytes;
    }

    /** Whether a file is handed in to be imported. */
    public static boolean isImport(HttpMethod method, String path) {
        return HttpMethod.POST.equals(method)
                && path != null
                && IMPORTS.matcher(path).matches();
    }
}
