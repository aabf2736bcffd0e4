package io.cumulo.investments;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A cursor that no page gave out: one of the list, with another key in it. */
public final class MadeUpCursor {

    private static final String SEPARATOR = "\u001f";

    private MadeUpCursor() {}

    /** @param next a cursor of the list, of which the key is replaced */
    public static String of(String next, String key, String made) {
        String plain = new String(Base64.getUrlDecoder().decode(next), StandardCharsets.UTF_8);
        String keys = plain.substring(plain.indexOf(SEPARATOR))
                .replace(SEPARATOR + key + SEPARATOR, SEPARATOR + made + SEPARATOR);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((plain.substring(0, plain.indexOf(SEPARATOR)) + keys).getBytes(StandardCharsets.UTF_8));
    }
}
