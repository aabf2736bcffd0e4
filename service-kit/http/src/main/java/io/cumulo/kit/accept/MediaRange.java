package io.cumulo.kit.accept;

import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One member of an Accept header. Parameters of the type are left aside: no representation here has any.
 *
 * @param type in lower case; {@code *} for any
 * @param subtype in lower case; {@code *} for any
 * @param weight from 0, not wanted, to 1
 */
record MediaRange(String type, String subtype, double weight) {

    private static final String ANY = "*";
    private static final Pattern TYPE = Pattern.compile(Weighted.TOKEN + "/" + Weighted.TOKEN);

    static final MediaRange ANYTHING = new MediaRange(ANY, ANY, 1);

    /** By what a client likes best; for the same weight, what it names most exactly. */
    static final Comparator<MediaRange> BEST_FIRST = Comparator.comparingDouble(MediaRange::weight)
            .thenComparingInt(MediaRange::exactness)
            .reversed();

    /** Throws {@link IllegalArgumentException} where the member is none. */
    static MediaRange of(Weighted member) {
        String name = member.name().equals(ANY) ? "*/*" : member.name().toLowerCase(Locale.ROOT);
        Weighted.require(TYPE.matcher(name).matches() && (!name.startsWith("*/") || name.equals("*/*")), member.name());
        String[] halves = name.split("/", 2);
        return new MediaRange(halves[0], halves[1], member.weight());
    }

    boolean includes(MediaType media) {
        return (type.equals(ANY) || type.equalsIgnoreCase(media.getType()))
                && (subtype.equals(ANY) || subtype.equalsIgnoreCase(media.getSubtype()));
    }

    int exactness() {
        return (type.equals(ANY) ? 0 : 1) + (subtype.equals(ANY) ? 0 : 1);
    }

    @Override
    public String toString() {
        return type + "/" + subtype + (weight == 1 ? "" : ";q=" + weight);
    }
}
