package io.cumulo.kit.write;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A strong ETag: the revision of the resource, which a write is checked against, and what of it is shown, which tells two representations of
 * one revision apart (another day of valid time may show another version).
 *
 * @param revision counts the writes to the resource
 * @param shown distinguishes representations of the same revision
 */
public record EntityTag(int revision, String shown) {

    private static final Pattern SHAPE = Pattern.compile("\"([0-9]{1,9})-([0-9a-z]+)\"");

    /** The tag of a representation that shows more than the resource's own members: the same revision, told apart by its bytes. */
    public EntityTag showing(byte[] representation) {
        return new EntityTag(revision, HexFormat.of().formatHex(sha256(representation), 0, 8));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** The header's value, in quotes. */
    public String value() {
        return "\"" + revision + "-" + shown + "\"";
    }

    /** The tag, when the text is one of ours; weak ones never match a write. */
    static Optional<EntityTag> parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        return matcher.matches()
                ? Optional.of(new EntityTag(Integer.parseInt(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    /** Whether a reader's If-None-Match already names this tag (weak comparison, RFC 9110 13.1.2). */
    public boolean isNamedBy(String ifNoneMatch) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(String::strip)
                        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(value()));
    }
}
