package io.cumulo.kit.write;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** An answer in the bytes in which it goes out, now and at every repetition. */
record StoredAnswer(int status, Map<String, String> headers, byte[] body) {

    Response toResponse(boolean replayed) {
        Response.ResponseBuilder response =
                Response.status(status).type(MediaType.APPLICATION_JSON).entity(body);
        headers.forEach(response::header);
        if (replayed) {
            response.header("Idempotency-Replayed", "true");
        }
        return response.build();
    }
}
