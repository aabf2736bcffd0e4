package io.cumulo.kit.openapi;

import io.cumulo.kit.request.LeavesUnknownAside;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** One operation, completed. */
final class DescribedOperation {

    static final String BEARER = "bearer";

    private static final String QUESTIONS = "quarkus.http.auth.permission.question.paths";

    private static final String LEAVES_ASIDE =
            " Query parameters that aren't named here are left aside, as clients of this protocol send some of their own; but `asOf` and `knownAt` are"
                    + " refused where they can't apply.";

    private final Operation operation;
    private final String method;
    private final String path;
    private final Endpoint endpoint;
    private final Schemas schemas;
    private final Components components;

    DescribedOperation(
            Operation operation,
            String method,
            String path,
            Endpoint endpoint,
            Schemas schemas,
            Components components) {
        this.operation = operation;
        this.method = method;
        this.path = path;
        this.endpoint = endpoint;
        this.schemas = schemas;
        this.components = components;
    }

    void complete(ClassLoader loader) {
        SuccessAnswers answers = new SuccessAnswers(schemas, endpoint, endpoint.answer(loader));
        answers.describe(operation, method, path);
        operation.setOperationId(OperationNames.of(isQuestion() ? "ASK" : method, path, answers.isList()));
        if (operation.getDescription() == null || operation.getDescription().isEmpty()) {
            operation.setDescription(operation.getSummary() + ".");
        }
        if (endpoint.resource().isAnnotationPresent(LeavesUnknownAside.class)) {
            operation.setDescription(operation.getDescription() + LEAVES_ASIDE);
        }
        completeParameters();
        describeBody();
        addHeaders(answers);
        operation.setSecurity(new ArrayList<>());
        if (isWrite()) {
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(BEARER));
        }
        ProblemAnswers.add(operation.getResponses(), components, problems());
    }

    private void completeParameters() {
        addMissingOfPath();
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        for (Parameter parameter : parameters) {
            if (parameter.getSchema() == null) {
                parameter.setSchema(Schemas.typed(SchemaType.STRING));
            } else if (parameter.getSchema().getType() == null
                    && parameter.getSchema().getRef() == null) {
                parameter.getSchema().addType(SchemaType.STRING);
            }
            if (Constraints.is(parameter.getSchema(), SchemaType.ARRAY)
                    && parameter.getExample() instanceof String one) {
                parameter.setExample(List.of(one));
            }
            if (parameter.getIn() == Parameter.In.PATH && parameter.getDescription() == null) {
                parameter.setDescription("Key of what is meant.");
            }
            if (parameter.getIn() == Parameter.In.QUERY && parameter.getName().equals(Formats.PARAMETER)) {
                nameFormats(parameter);
            }
        }
    }

    private void nameFormats(Parameter format) {
        Formats formats = endpoint.resource().getAnnotation(Formats.class);
        if (formats != null) {
            format.setRequired(true);
            format.setExample(formats.value()[0]);
            format.getSchema().setEnumeration(List.of((Object[]) formats.value()));
        }
    }

    /** The scanner doesn't see those that stand in the path of a class and are taken by a method which that inherits. */
    private void addMissingOfPath() {
        for (String segment : path.split("/")) {
            String name = segment.replaceAll("[{}]", "");
            boolean declared = operation.getParameters() != null
                    && operation.getParameters().stream()
                            .anyMatch(known -> known.getIn() == Parameter.In.PATH && name.equals(known.getName()));
            if (segment.startsWith("{") && !declared) {
                operation.addParameter(OASFactory.createParameter()
                        .name(name)
                        .in(Parameter.In.PATH)
                        .required(true)
                        .schema(Schemas.typed(SchemaType.STRING)));
            }
        }
    }

    private void describeBody() {
        if (endpoint.takesFiles()) {
            operation.setRequestBody(OASFactory.createRequestBody()
                    .required(true)
                    .description("The file, as it is.")
                    .content(content("application/octet-stream", null)));
        }
        endpoint.body()
                .ifPresent(body -> operation.setRequestBody(OASFactory.createRequestBody()
                        .required(true)
                        .content(content(endpoint.consumes().get(0), body))));
    }

    private Content content(String mediaType, Type body) {
        return OASFactory.createContent()
                .addMediaType(
                        mediaType,
                        OASFactory.createMediaType()
                                .schema(
                                        body == null
                                                ? Schemas.typed(SchemaType.STRING)
                                                        .format("binary")
                                                : schemas.of(schemas.type(body, endpoint))));
    }

    private void addHeaders(SuccessAnswers answers) {
        if (method.equals("PUT") && endpoint.body().isPresent()) {
            addHeader(
                    "If-Match",
                    "The ETag that was read, or `*`: a new version is recorded only if this state still stands.",
                    8000);
            addHeader("If-None-Match", "`*`: it is recorded only if there is none yet.", 100);
        } else if (method.equals("POST") && endpoint.body().isPresent() && isWrite()) {
            addHeader(
                    "Idempotency-Key",
                    "Chosen by the client: the same request under the same key gets the first answer, byte for byte.",
                    255);
        } else if (answers.isTagged(method)) {
            addHeader("If-None-Match", "ETags that the client has: if one still stands, the answer is 304.", 8000);
        }
    }

    private void addHeader(String name, String description, int maxLength) {
        operation.addParameter(OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .schema(Schemas.typed(SchemaType.STRING).minLength(1).maxLength(maxLength)));
    }

    private boolean isWrite() {
        return !method.equals("GET") && !isQuestion();
    }

    /** What only asks is let through by the same setting that opens it to everybody. */
    private boolean isQuestion() {
        return method.equals("POST") && isAskedOfAll();
    }

    private boolean isAskedOfAll() {
        return endpoint.method().isAnnotationPresent(Question.class)
                || ConfigProvider.getConfig()
                        .getOptionalValue(QUESTIONS, String.class)
                        .filter(paths -> List.of(paths.split("\\s*,\\s*")).contains(path))
                        .isPresent();
    }

    private List<Integer> problems() {
        List<Integer> statuses = new ArrayList<>(List.of(400, 401));
        boolean json = endpoint.body().isPresent();
        if (isWrite()) {
            statuses.add(403);
        }
        if (path.contains("{") || method.equals("POST")) {
            statuses.add(404);
        }
        statuses.add(406);
        if (isWrite() && endpoint.takesBody()) {
            statuses.add(409);
        }
        if (isWrite() && json) {
            statuses.add(412);
        }
        if (method.equals("PUT")) {
            statuses.add(428);
        }
        if (endpoint.takesBody()) {
            statuses.addAll(List.of(413, 415));
        }
        if (json) {
            statuses.add(422);
        }
        statuses.add(503);
        saidProblems().filter(said -> !statuses.contains(said)).forEach(statuses::add);
        return statuses;
    }

    /** What a method says itself that may go wrong. */
    private Stream<Integer> saidProblems() {
        return Arrays.stream(endpoint.method().getAnnotationsByType(APIResponse.class))
                .map(APIResponse::responseCode)
                .filter(code -> code.matches("4.."))
                .map(Integer::valueOf);
    }
}
