package io.cumulo.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One thing that is wrong with a request, and where: exactly one of pointer, parameter and header is given.
 *
 * @param pointer JSON Pointer (RFC 6901) into the body
 * @param parameter name of a query or path parameter
 * @param header name of a header
 * @param detail what is wrong, for a person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(String pointer, String parameter, String header, String detail) {

    public static Fault at(String pointer, String detail) {
        return new Fault(pointer, null, null, detail);
    }

    public static Fault parameter(String name, String detail) {
        return new Fault(null, name, null, detail);
    }

    public static Fault header(String name, String detail) {
        return new Fault(null, null, name, detail);
    }
}
