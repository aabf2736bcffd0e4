package io.cumulo.kit.accept;

import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern TYPE = Pattern.compile(TOKEN + "/" + TOKEN);
    private static final Pattern NAME = Pattern.compile(TOKEN);
    private static final Pattern VALUE = Pattern.compile(TOKEN + "|\".*\"", Pattern.DOTALL);

    /** At most three decimals; {@code .2} is a way to write it that old clients have and RFC 9110 hasn't. */
    private static final Pattern WEIGHT = Pattern.compile("0(\\.[0-9]{0,3})?|\\.[0-9]{1,3}|1(\\.0{0,3})?");

    static final MediaRange ANYTHING = new MediaRange(ANY, ANY, 1);

    /** By what a client likes best; for the same weight, what it names most exactly. */
    static final Comparator<MediaRange> BEST_FIRST = Comparator.comparingDouble(MediaRange::weight)
            .thenComparingInt(MediaRange::exactness)
            .reversed();

    /** Throws {@link IllegalArgumentException} where the member is none. */
    static MediaRange of(String member) {
        List<String> parts = split(member, ';');
        String name = parts.get(0).equals(ANY) ? "*/*" : parts.get(0).toLowerCase(Locale.ROOT);
        require(TYPE.matcher(name).matches() && (!name.startsWith("*/") || name.equals("*/*")), member);
        double weight = 1;
        for (String parameter : parts.subList(1, parts.size())) {
            if (!parameter.isEmpty()) {
                String[] pair = parameter.split("=", 2);
                require(pair.length == 2 && NAME.matcher(pair[0]).matches(), member);
                require(VALUE.matcher(pair[1]).matches(), member);
                if (pair[0].equalsIgnoreCase("q")) {
                    require(WEIGHT.matcher(pair[1]).matches(), member);
                    weight = Double.parseDouble(pair[1]);
                }
            }
        }
        String[] halves = name.split("/", 2);
        return new MediaRange(halves[0], halves[1], weight);
    }

    private static void require(boolean wellFormed, String member) {
        if (!wellFormed) {
            throw new IllegalArgumentException("no media range: " + member);
        }
    }

    /** The parts between the separators that stand outside of quotes, without the space around them. */
    static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int begin = 0;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == '\\' && quoted) {
                at++;
            } else if (letter == separator && !quoted) {
                parts.add(text.substring(begin, at).strip());
                begin = at + 1;
            }
        }
        require(!quoted, text);
        parts.add(text.substring(begin).strip());
        return parts;
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
