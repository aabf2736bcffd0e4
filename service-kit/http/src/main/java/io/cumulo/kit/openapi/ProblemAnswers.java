package io.cumulo.kit.openapi;

import io.cumulo.kit.problem.Fault;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** What goes wrong, in the document: one {@code Problem}, and one response for each status that refers to it. */
public final class ProblemAnswers {

    private static final String MEDIA_TYPE = "application/problem+json";

    private record Kind(String name, String description) {}

    private static final Map<Integer, Kind> KINDS = Map.ofEntries(
            Map.entry(
                    400,
                    new Kind(
                            "Malformed",
                            "The request can't be understood: a parameter, a header or the body is malformed, or isn't known here.")),
            Map.entry(401, new Kind("Unauthenticated", "No valid token: send `Authorization: Bearer <token>`.")),
            Map.entry(403, new Kind("Forbidden", "The token's role doesn't allow this.")),
            Map.entry(
                    404, new Kind("NotFound", "Nothing of that name is recorded for the moment that is asked about.")),
            Map.entry(406, new Kind("NotAcceptable", "There is no representation of the accepted types.")),
            Map.entry(
                    409,
                    new Kind(
                            "NotAllowedNow",
                            "The present state doesn't allow it, or the same request is still being carried out.")),
            Map.entry(
                    412,
                    new Kind(
                            "PreconditionFailed", "The resource isn't in the state that was expected: read it again.")),
            Map.entry(413, new Kind("BodyTooLarge", "The body is larger than what is taken.")),
            Map.entry(
                    415,
                    new Kind("UnsupportedMediaType", "The body's media type, character set or coding isn't taken.")),
            Map.entry(
                    422, new Kind("Invalid", "The body says something that can't be recorded; all faults are listed.")),
            Map.entry(
                    428,
                    new Kind(
                            "PreconditionRequired",
                            "Send `If-None-Match: *` to create, or `If-Match` with the ETag that was read.")),
            Map.entry(
                    429, new Kind("TooManyRequests", "The caller's budget is used up; `Retry-After` says until when.")),
            Map.entry(
                    503,
                    new Kind(
                            "Unavailable",
                            "A service can't be reached, or the answer for this `knownAt` isn't settled yet: ask again.")),
            Map.entry(504, new Kind("TooSlow", "A service didn't answer in time.")));

    private ProblemAnswers() {}

    /** Adds the responses of these statuses to an operation, and to the document what they refer to. */
    public static void add(APIResponses responses, Components components, List<Integer> statuses) {
        for (int status : statuses) {
            Kind kind = KINDS.get(status);
            if (components.getResponses() == null || !components.getResponses().containsKey(kind.name())) {
                components.addResponse(kind.name(), response(status, kind));
            }
            responses.addAPIResponse(
                    String.valueOf(status),
                    OASFactory.createAPIResponse().ref("#/components/responses/" + kind.name()));
        }
    }

    private static APIResponse response(int status, Kind kind) {
        APIResponse response = OASFactory.createAPIResponse()
                .description(kind.description())
                .content(OASFactory.createContent()
                        .addMediaType(
                                MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
        if (status == 429 || status == 503) {
            response.addHeader(
                    "Retry-After",
                    header("Seconds to wait.", Schemas.typed(SchemaType.INTEGER).minimum(java.math.BigDecimal.ZERO)));
        }
        if (status == 415) {
            response.addHeader(
                    "Accept-Encoding",
                    header("What is taken, where the body's coding isn't.", Schemas.typed(SchemaType.STRING)));
        }
        if (status == 401) {
            response.addHeader(
                    "WWW-Authenticate", header("The challenge of RFC 6750.", Schemas.typed(SchemaType.STRING)));
        }
        return response;
    }

    static org.eclipse.microprofile.openapi.models.headers.Header header(String description, Schema schema) {
        return OASFactory.createHeader().description(description).schema(schema);
    }

    /** The problem document (RFC 9457); problems have further members of their own. */
    static void describe(Schemas schemas) {
        Schema fault = schemas.of(schemas.type(Fault.class));
        schemas.components()
                .put(
                        "Problem",
                        Schemas.typed(SchemaType.OBJECT)
                                .description(
                                        "A problem document (RFC 9457). Some kinds have further members, such as what is allowed now.")
                                .addProperty(
                                        "type",
                                        Schemas.typed(SchemaType.STRING)
                                                .format("uri")
                                                .description(
                                                        "`urn:cumulo:problem:` and the kind of problem in kebab-case."))
                                .addProperty(
                                        "title",
                                        Schemas.typed(SchemaType.STRING)
                                                .description("Short, the same for every occurrence."))
                                .addProperty(
                                        "status",
                                        Schemas.typed(SchemaType.INTEGER).description("The HTTP status."))
                                .addProperty(
                                        "detail",
                                        Schemas.typed(SchemaType.STRING).description("What is wrong, for a person."))
                                .addProperty(
                                        "instance",
                                        Schemas.typed(SchemaType.STRING)
                                                .format("uri-reference")
                                                .description("The path that was asked for."))
                                .addProperty(
                                        "traceId",
                                        Schemas.typed(SchemaType.STRING)
                                                .description("Leads us to the log line (W3C trace context)."))
                                .addProperty(
                                        "errors",
                                        Schemas.typed(SchemaType.ARRAY)
                                                .items(fault)
                                                .description("Everything that is wrong with the request."))
                                .addRequired("type")
                                .addRequired("title")
                                .addRequired("status"));
    }
}
