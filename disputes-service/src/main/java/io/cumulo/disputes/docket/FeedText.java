package io.cumulo.disputes.docket;

import io.cumulo.kit.write.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/** A document for readers of feeds, as it is answered. */
final class FeedText {

    static final String CALENDAR = "text/calendar;charset=utf-8";
    static final String ATOM = "application/atom+xml;charset=utf-8";

    private FeedText() {}

    /** 200 with the text and a tag made of it, 304 when the client has it. */
    static Response answer(String text, String type, String ifNoneMatch) {
        EntityTag tag = new EntityTag(0, "").showing(text.getBytes(StandardCharsets.UTF_8));
        return (tag.isNamedBy(ifNoneMatch) ? Response.notModified() : Response.ok(text, type))
                .header(HttpHeaders.ETAG, tag.value())
                .build();
    }
}
