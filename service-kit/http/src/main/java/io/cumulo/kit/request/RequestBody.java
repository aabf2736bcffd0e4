package io.cumulo.kit.request;

import jakarta.enterprise.context.RequestScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes of this request's body as they came, so that a repeated request can be told from another one. */
@RequestScoped
public class RequestBody {

    private byte[] bytes = new byte[0];

    void received(byte[] body) {
        this.bytes = body;
    }

    /** SHA-256 of the body in lower-case hexadecimal. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
