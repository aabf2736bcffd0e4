package io.cumulo.companies.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

/** Rows for a statement that takes however many of them as one JSON parameter. */
@ApplicationScoped
class JsonRows {

    private final ObjectMapper mapper;

    JsonRows(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    String json(Object rows) {
        try {
            return mapper.writeValueAsString(rows);
        } catch (JsonProcessingException unserialisable) {
            throw new IllegalStateException(unserialisable);
        }
    }
}
