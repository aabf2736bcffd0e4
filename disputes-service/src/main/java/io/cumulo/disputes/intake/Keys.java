package io.cumulo.disputes.intake;

import io.cumulo.kit.value.Key;
import java.util.Locale;

/**  readable where they are, and never the same for two. */
public final class Keys {

    private static final int SUFFIX = 12;

    private Keys() {}

    /** The id where it is a key already, else what is readable of it with a part of its digest. */
    public static String of(String id) {
        if (id.length() <= Key.MAX_LENGTH && id.matches(Key.PATTERN)) {
            return id;
        }
        String readable =
                id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String cut = readable.substring(0, Math.min(Key.MAX_LENGTH - SUFFIX - 1, readable.length()))
                .replaceAll("-$", "");
        String suffix = Digest.of(id).substring(0, SUFFIX);
        return cut.isEmpty() ? suffix : cut + "-" + suffix;
    }
}
