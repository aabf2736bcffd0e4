package io.cumulo.kit.testing;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.function.Consumer;

/**
 * A write that a service takes, with a body that it accepts.
 *
 * @param method PUT or POST
 * @param path below the service's root
 * @param body valid JSON
 */
public record Write(String method, String path, String body) {

    public static final String SOURCES = """
            [{"publisher":"Reuters","title":"Alibaba says to invest $28 bln in cloud","url":"https://www.reuters.com/a",\
            "publishedOn":"2020-04-20","language":"en"}]""";

    public static Write put(String path, String body) {
        return new Write("PUT", path, body);
    }

    public static Write post(String path, String body) {
        return new Write("POST", path, body);
    }

    /** The same write with another body. */
    public Write with(String other) {
        return new Write(method, path, other);
    }

    /** The same write to another path. */
    public Write to(String other) {
        return new Write(method, other, body);
    }

    /** The body with a change. */
    public String change(Consumer<ObjectNode> change) {
        try {
            ObjectNode tree = (ObjectNode) new ObjectMapper().readTree(body);
            change.accept(tree);
            return tree.toString();
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException("the example isn't JSON: " + body, malformed);
        }
    }

    /** Sends these bytes instead of the body. */
    public ValidatableResponse sendBytes(byte[] bytes) {
        RequestSpecification specification =
                given().auth().oauth2(Tokens.editor()).header("Content-Type", "application/json");
        return (method.equals("PUT") ? specification.header("If-None-Match", "*") : specification)
                .body(bytes)
                .request(method, path)
                .then();
    }

    /** Sends it as an editor who expects that nothing is there yet. */
    public ValidatableResponse send() {
        return send(given().auth().oauth2(Tokens.editor()).contentType(ContentType.JSON));
    }

    /** Sends it with the precondition it needs and whatever else the specification says. */
    public ValidatableResponse send(RequestSpecification specification) {
        RequestSpecification conditional =
                method.equals("PUT") ? specification.header("If-None-Match", "*") : specification;
        return conditional.body(body).request(method, path).then();
    }

    /** Sends it as a new version of what carries the tag. */
    public ValidatableResponse sendIfMatch(String etag) {
        return given().auth()
                .oauth2(Tokens.editor())
                .contentType(ContentType.JSON)
                .header("If-Match", etag)
                .body(body)
                .request(method, path)
                .then();
    }
}
