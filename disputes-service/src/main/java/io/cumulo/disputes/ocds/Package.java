package io.cumulo.disputes.ocds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What we give out, packed as the standard wants it. */
@ApplicationScoped
class Package {

    static final String EXTENSION_PATH = "/v1/ocds/extension/extension.json";

    private final String publisher;
    private final Optional<String> licence;

    Package(
            @ConfigProperty(name = "cumulo.ocds.publisher", defaultValue = "Cumulo") String publisher,
            @ConfigProperty(name = "cumulo.ocds.licence") Optional<String> licence) {
        this.publisher = publisher;
        this.licence = licence;
    }

    /**
     * A package without its list.
     *
     * @param uri where it is had
     * @param releases that it holds or that its records were compiled from, as they are given out
     */
    ObjectNode around(URI uri, Collection<ObjectNode> releases) {
        ObjectNode around = Ocds.JSON.createObjectNode();
        around.put("uri", uri.toString());
        around.put("version", Ocds.VERSION);
        Set<String> extensions = new LinkedHashSet<>();
        extensions.add(uri.resolve(EXTENSION_PATH).toString());
        releases.forEach(release -> release.at("/" + Ocds.EXTENSION + "/" + Extension.PUBLISHED_IN + "/extensions")
                .forEach(extension -> {
                    if (extension.isTextual()) {
                        extensions.add(extension.textValue());
                    }
                }));
        extensions.forEach(around.withArray("extensions")::add);
        around.put("publishedDate", latest(releases));
        around.putObject("publisher").put("name", publisher);
        licence.ifPresent(address -> around.put("license", address));
        return around;
    }

    private static String latest(Collection<ObjectNode> releases) {
        return releases.stream()
                .map(release -> release.path("date").asText())
                .max(Comparator.comparing(java.time.OffsetDateTime::parse))
                .orElseThrow();
    }

    /** A release as it is given out: in order, and with what its first package says of itself; one of our own has none. */
    static ObjectNode release(Release release) {
        ObjectNode shown = Presentable.of(Process.content(release));
        if (!Merge.isWhole(shown)) {
            ObjectNode ours =
                    shown.path(Ocds.EXTENSION) instanceof ObjectNode known ? known : shown.putObject(Ocds.EXTENSION);
            ours.set(Extension.PUBLISHED_IN, Ocds.tree(release.publishedIn()));
        }
        return shown;
    }
}
