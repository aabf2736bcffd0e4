package io.cumulo.disputes.ocds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.disputes.intake.Texts;
import io.cumulo.kit.value.Citation;
import io.cumulo.kit.value.WebAddress;
import java.util.Optional;

/** A release as the source of what is known by it. */
final class ReleaseSource {

    private static final int MAX_PUBLISHER = 300;
    private static final int MAX_TITLE = 500;
    private static final int MAX_QUOTE = 4000;

    private ReleaseSource() {}

    static Citation of(Release release) {
        JsonNode around = Ocds.tree(release.publishedIn());
        String title = "OCDS release " + release.releaseId() + " of " + release.ocid();
        Optional<String> url = url(around.path("uri"));
        return new Citation(
                publisher(around.path("publisher").path("name")),
                Texts.cut(title, MAX_TITLE),
                url.orElse(null),
                release.day(),
                null,
                url.isPresent() ? null : quote(release));
    }

    static ObjectNode json(Release release) {
        Citation source = of(release);
        ObjectNode citation = Ocds.JSON
                .createObjectNode()
                .put("publisher", source.publisher())
                .put("title", source.title())
                .put("publishedOn", source.publishedOn().text());
        if (source.url() == null) {
            return citation.put("quote", source.quote());
        }
        return citation.put("url", source.url());
    }

    private static String publisher(JsonNode name) {
        return name.isTextual() && !name.textValue().isBlank()
                ? Texts.cut(name.textValue().strip(), MAX_PUBLISHER)
                : "A publisher that doesn't say its name";
    }

    private static Optional<String> url(JsonNode uri) {
        return uri.isTextual()
                ? Presentable.address(uri.textValue()).filter(address -> new WebAddress.Check().isValid(address, null))
                : Optional.empty();
    }

    /** The words that name it in its file. */
    private static String quote(Release release) {
        ObjectNode named = Ocds.JSON.createObjectNode();
        named.put("ocid", release.ocid());
        named.put("id", release.releaseId());
        named.put("date", release.date());
        return Texts.cut(Ocds.text(named), MAX_QUOTE);
    }
}
