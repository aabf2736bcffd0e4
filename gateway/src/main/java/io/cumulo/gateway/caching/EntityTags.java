package io.cumulo.gateway.caching;

import java.util.Arrays;

/** What a reader says of the state that it has. */
public final class EntityTags {

    private EntityTags() {}

    /**
     * Whether If-None-Match names the state (weak comparison, RFC 9110, section 13.1.2).
     *
     * @param ifNoneMatch the header; null where there is none
     * @param tag in its quotes; null where the state has none
     */
    public static boolean names(String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && (ifNoneMatch.strip().equals("*")
                        || tag != null
                                && Arrays.stream(ifNoneMatch.split(","))
                                        .anyMatch(known -> opaque(known.strip()).equals(opaque(tag))));
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
