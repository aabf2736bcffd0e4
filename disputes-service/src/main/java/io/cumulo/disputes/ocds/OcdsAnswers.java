package io.cumulo.disputes.ocds;

import com.fasterxml.jackson.databind.type.TypeFactory;
import io.cumulo.kit.openapi.AnswerTypes;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@link OcdsResource} answers: packages, whose releases and records are the standard's and not ours to describe. */
public final class OcdsAnswers implements AnswerTypes {

    private static final Type ANY =
            TypeFactory.defaultInstance().constructMapType(Map.class, String.class, Object.class);

    @Override
    public Optional<Answer> of(Class<?> resource, Method method) {
        if (resource != OcdsResource.class) {
            return Optional.empty();
        }
        return Optional.of(
                method.getName().equals("record")
                        ? new Answer(RecordPackage.class, null, false)
                        : new Answer(ReleasePackage.class, ANY, false));
    }

    /**
     * Who gives a package out.
     *
     * @param name of the publisher
     */
    public record Publisher(String name) {}

    /**
     * A release package of OCDS 1.1.
     *
     * @param uri where it is had
     * @param version of the standard
     * @param extensions addresses of the extensions in use
     * @param publishedDate of the latest release in it
     * @param releases at least one
     */
    public record ReleasePackage(
            String uri,
            String version,
            List<String> extensions,
            String publishedDate,
            Publisher publisher,
            List<Map<String, Object>> releases) {

        public ReleasePackage {
            extensions = List.copyOf(extensions);
            releases = List.copyOf(releases);
        }
    }

    /**
     * A record package of OCDS 1.1.
     *
     * @param uri where it is had
     * @param version of the standard
     * @param extensions addresses of the extensions in use
     * @param publishedDate of the latest release that the record was compiled from
     * @param records one
     */
    public record RecordPackage(
            String uri,
            String version,
            List<String> extensions,
            String publishedDate,
            Publisher publisher,
            List<Map<String, Object>> records) {

        public RecordPackage {
            extensions = List.copyOf(extensions);
            records = List.copyOf(records);
        }
    }
}
