package io.cumulo.kit.openapi;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.runtime.filter.AutoSecurityFilter;
import io.smallrye.openapi.runtime.io.Format;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * For native executables, which are started to answer at once: the document that the build has stored, in both formats, is served as it is. Quarkus reads it, applies filters of the run (there are
 * none) and writes it in both formats at each start, which is a large part of one.
 */
@TargetClass(className = "io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService")
final class StoredDocumentInNative {

    private StoredDocumentInNative() {}

    @Substitute
    void prepareDocument(
            AutoSecurityFilter security, Map<OpenApiFilter.RunStage, List<String>> filters, String document) {}

    @Substitute
    public byte[] getDocument(String document, Format format) {
        String resource = "META-INF/quarkus-generated-openapi-doc." + format;
        try (InputStream stored = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            return stored.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
