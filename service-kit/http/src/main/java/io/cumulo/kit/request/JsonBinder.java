package io.cumulo.kit.request;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the bytes of a body into a request record, strictly, and tells everything that is wrong with it at once: unknown members, wrong
 * types, values that can't be, and the constraints of Bean Validation. A body that isn't JSON is 400, one that can't be recorded 422.
 */
@ApplicationScoped
public class JsonBinder {

    /** A body with more wrong members than this is told about the first ones only: the work on bad input stays bounded. */
    private static final int MAX_FAULTS = 100;

    private final Validator validator;
    private final JsonMapper mapper;

    public JsonBinder(Validator validator) {
        this.validator = validator;
        JsonMapper.Builder builder = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        builder.withCoercionConfig(
                LogicalType.Textual, config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
        builder.withCoercionConfig(
                LogicalType.Integer, config -> config.setCoercion(CoercionInputShape.Float, CoercionAction.Fail));
        this.mapper = builder.build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(32)
                        .maxNumberLength(100)
                        .build());
    }

    /** The type that a resource method asks for, in the terms of {@link #bind}. */
    public JavaType typeOf(java.lang.reflect.Type type, Class<?> resource) {
        return GenericTypes.resolve(mapper.getTypeFactory(), type, resource);
    }

    /**
     * Reads, binds and validates.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when the bytes are not one JSON object, 422 with every fault
     */
    public <T> T bind(byte[] body, JavaType type) {
        ObjectNode tree = parse(body);
        List<Fault> faults = new ArrayList<>();
        TreeFaults.removeUnrecordable(tree, faults);
        Object bound = new RecordBinding(mapper, faults, MAX_FAULTS).bind(tree, type);
        if (bound != null) {
            BeanFaults.of(validator.validate(bound)).stream()
                    .filter(found -> faults.stream().noneMatch(known -> covers(known, found)))
                    .forEach(faults::add);
        }
        if (!faults.isEmpty()) {
            throw Problem.invalidBody(faults);
        }
        @SuppressWarnings("unchecked")
        T result = (T) bound;
        return result;
    }

    private static boolean covers(Fault known, Fault found) {
        return found.pointer().equals(known.pointer()) || found.pointer().startsWith(known.pointer() + "/");
    }

    private ObjectNode parse(byte[] body) {
        try (JsonParser parser = mapper.createParser(body)) {
            JsonNode tree = mapper.reader().readTree(parser);
            if (tree == null || tree.isMissingNode()) {
                throw Problem.MALFORMED_BODY.because("The body is empty; a JSON object is expected");
            }
            if (parser.nextToken() != null) {
                throw Problem.MALFORMED_BODY.because("Something follows the JSON object");
            }
            if (tree instanceof ObjectNode object) {
                return object;
            }
            throw Problem.MALFORMED_BODY.because("A JSON object is expected");
        } catch (JsonProcessingException malformed) {
            throw Problem.MALFORMED_BODY.because(explain(malformed));
        } catch (IOException unreadable) {
            throw Problem.MALFORMED_BODY.because("The body is not UTF-8 text");
        }
    }

    private static String explain(JsonProcessingException malformed) {
        String words = JsonFault.words(malformed);
        JsonLocation location = malformed.getLocation();
        return location == null
                ? words
                : words + " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
