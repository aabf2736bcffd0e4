package io.cumulo.gateway.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A dossier as it is sent.
 *
 * @param json the document
 * @param tag of the document, so that a client who has it needs no second one
 * @param complete whether everything could be read that it is made of
 */
record Composed(byte[] json, String tag, boolean complete) {

    static Composed of(ObjectNode dossier, ObjectMapper mapper) {
        try {
            byte[] json = mapper.writeValueAsBytes(dossier);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json);
            String tag = HexFormat.of().formatHex(digest, 0, 16);
            return new Composed(json, tag, dossier.path("incomplete").isEmpty());
        } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
