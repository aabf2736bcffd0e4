package io.cumulo.gateway.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.kit.encoding.Gzip;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A dossier as it is sent. */
final class Composed {

    private final byte[] json;
    private final String tag;
    private final boolean complete;
    private volatile byte[] coded;

    private Composed(byte[] json, String tag, boolean complete) {
        this.json = json;
        this.tag = tag;
        this.complete = complete;
    }

    static Composed of(ObjectNode dossier, ObjectMapper mapper) {
        try {
            byte[] json = mapper.writeValueAsBytes(dossier);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json);
            String tag = "\"" + HexFormat.of().formatHex(digest, 0, 16) + "\"";
            return new Composed(json, tag, dossier.path("incomplete").isEmpty());
        } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    byte[] json() {
        return json;
    }

    /** The same for whoever takes {@link Gzip}; kept with it once somebody did. */
    byte[] coded() {
        if (coded == null) {
            coded = Gzip.code(json);
        }
        return coded;
    }

    /** Entity tag of the document as it is, so that a client who has it needs no second one. */
    String tag() {
        return tag;
    }

    /** Whether everything could be read that it is made of. */
    boolean complete() {
        return complete;
    }

    /** At most, in both forms. */
    int bytes() {
        return json.length + json.length / 2;
    }
}
