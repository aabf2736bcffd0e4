package io.cumulo.companies.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.kit.problem.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.regex.Pattern;

/** Answers for a client that can only load scripts: it names a function to be called (JSONP). */
@ApplicationScoped
class Scripted {

    /** The media type of a script. */
    static final String TYPE = "application/javascript";

    private static final Pattern FUNCTION = Pattern.compile("[A-Za-z_$][\\w$]{0,63}(\\.[A-Za-z_$][\\w$]{0,63}){0,3}");

    private final ObjectMapper mapper;

    Scripted(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * The answer, alone or given to a function.
     *
     * @param callback name of the function; null for none
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when that is no name of a function
     */
    Response response(Object answer, String callback) {
        Response.ResponseBuilder response = callback == null
                ? Response.ok(answer, MediaType.APPLICATION_JSON_TYPE)
                : Response.ok(call(callback, answer), TYPE);
        return response.build();
    }

    private String call(String function, Object answer) {
        if (!FUNCTION.matcher(function).matches()) {
            throw Queries.refused(List.of(Fault.parameter("callback", "must be the name of a function")));
        }
        try {
            return "/**/" + function + "(" + mapper.writeValueAsString(answer) + ");";
        } catch (JsonProcessingException unserialisable) {
            throw new IllegalStateException(unserialisable);
        }
    }
}
