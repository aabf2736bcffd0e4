package io.cumulo.kit.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

/** Rows for a statement that takes however many of them as one JSON parameter. */
@ApplicationScoped
public class JsonRows {

    private final ObjectMapper mapper;

    public JsonRows(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** @param rows to be read by {@code jsonb_to_recordset} */
    public String json(Object rows) {
        try {
            return mapper.writeValueAsString(rows);
        } catch (JsonProcessingException unserialisable) {
            throw new IllegalStateException(unserialisable);
        }
    }
}
