package io.cumulo.kit.openapi;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** What an operation answers when all goes well: with which statuses, in which media types, under which headers. */
final class SuccessAnswers {

    private static final String JSON = "application/json";
    private static final String SCRIPT = "application/javascript";

    private final Schemas schemas;
    private final Endpoint endpoint;
    private final Optional<AnswerTypes.Answer> answer;

    SuccessAnswers(Schemas schemas, Endpoint endpoint, Optional<AnswerTypes.Answer> answer) {
        this.schemas = schemas;
        this.endpoint = endpoint;
        this.answer = answer;
    }

    boolean isList() {
        return answer.filter(known -> known.line() != null).isPresent()
                || answer.filter(known -> schemas.type(known.type(), endpoint)
                                .getRawClass()
                                .getSimpleName()
                                .equals("Page"))
                        .isPresent();
    }

    boolean isTagged(String method) {
        return method.equals("GET") && answer.filter(AnswerTypes.Answer::tagged).isPresent();
    }

    /** Puts them in place of what the scanner found; what a method says itself with a content stays. */
    void describe(Operation operation, String method, String path) {
        APIResponses said = operation.getResponses();
        APIResponses responses = OASFactory.createAPIResponses();
        for (String status : statuses(method, path)) {
            APIResponse stated = said == null ? null : said.getAPIResponse(status);
            responses.addAPIResponse(status, stated != null && isStated() ? stated : response(status, method));
        }
        if (said != null && isStated()) {
            said.getAPIResponses().forEach((status, stated) -> {
                if (!responses.hasAPIResponse(status)) {
                    responses.addAPIResponse(status, stated);
                }
            });
        }
        if (isTagged(method)) {
            responses.addAPIResponse(
                    "304",
                    OASFactory.createAPIResponse()
                            .description("The client has it already: its ETag is among those of `If-None-Match`."));
        }
        operation.setResponses(responses);
    }

    /** Whether the method says itself what is answered. */
    private boolean isStated() {
        return endpoint.method()
                        .getAnnotationsByType(org.eclipse.microprofile.openapi.annotations.responses.APIResponse.class)
                        .length
                > 0;
    }

    private List<String> statuses(String method, String path) {
        return switch (method) {
            case "PUT" -> List.of("200", "201");
            case "DELETE" -> List.of("204");
            case "POST" -> List.of(created(path));
            default -> List.of("200");
        };
    }

    private String created(String path) {
        if (endpoint.takesFiles()) {
            return "202";
        }
        return path.endsWith("/retraction") || endpoint.takesForms() || isQuestion() ? "200" : "201";
    }

    private boolean isQuestion() {
        return endpoint.method().isAnnotationPresent(Question.class);
    }

    private APIResponse response(String status, String method) {
        APIResponse response = OASFactory.createAPIResponse().description(description(status));
        if (!status.equals("204")) {
            response.setContent(content());
        }
        if (answer.filter(AnswerTypes.Answer::tagged).isPresent()) {
            response.addHeader(
                    "ETag",
                    ProblemAnswers.header(
                            "Names this state of the resource, for `If-Match` and `If-None-Match`.",
                            Schemas.typed(SchemaType.STRING)));
        }
        if (status.equals("201") || status.equals("202")) {
            response.addHeader(
                    "Location",
                    ProblemAnswers.header(
                            "Where it is read.",
                            Schemas.typed(SchemaType.STRING).format("uri-reference")));
        }
        if (method.equals("POST") && endpoint.body().isPresent() && !isQuestion()) {
            response.addHeader(
                    "Idempotency-Replayed",
                    ProblemAnswers.header(
                            "`true` where this is the first answer to the same request, given again.",
                            Schemas.typed(SchemaType.STRING)));
        }
        if (isList()) {
            response.addHeader(
                    "Link",
                    ProblemAnswers.header(
                            "The next page, as `rel=\"next\"` (RFC 8288); absent on the last.",
                            Schemas.typed(SchemaType.STRING)));
        }
        return response;
    }

    private static String description(String status) {
        return switch (status) {
            case "201" -> "Recorded for the first time.";
            case "202" -> "Taken in; the job tells how far it is.";
            case "204" -> "Done.";
            default -> "What was asked for.";
        };
    }

    private Content content() {
        Content content = OASFactory.createContent();
        for (String type : endpoint.produces()) {
            content.addMediaType(type, OASFactory.createMediaType().schema(schema(type)));
        }
        return content;
    }

    private Schema schema(String mediaType) {
        if (mediaType.startsWith("text/") || mediaType.equals(SCRIPT)) {
            return Schemas.typed(SchemaType.STRING);
        }
        boolean json = mediaType.startsWith(JSON);
        return answer.map(known -> json || known.line() == null ? known.type() : known.line())
                .map(type -> schemas.of(schemas.type(type, endpoint)))
                .orElseGet(OASFactory::createSchema);
    }
}
