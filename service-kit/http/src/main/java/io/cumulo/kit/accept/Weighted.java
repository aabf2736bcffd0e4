package io.cumulo.kit.accept;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One member of a header by which a client says what it takes (RFC 9110, section 12.4.2). Parameters other than the weight are left aside.
 *
 * @param name as it is written
 * @param weight from 0, not wanted, to 1
 */
public record Weighted(String name, double weight) {

    static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

    private static final Pattern PARAMETER = Pattern.compile(TOKEN);
    private static final Pattern VALUE = Pattern.compile(TOKEN + "|\".*\"", Pattern.DOTALL);

    /** At most three decimals; {@code .2} is a way to write it that old clients have and RFC 9110 hasn't. */
    private static final Pattern WEIGHT = Pattern.compile("0(\\.[0-9]{0,3})?|\\.[0-9]{1,3}|1(\\.0{0,3})?");

    /**
     * The members of a header; empty ones are left aside (section 5.6.1).
     *
     * @throws IllegalArgumentException where a member isn't well-formed
     */
    public static List<Weighted> list(String header) {
        return split(header, ',').stream()
                .filter(member -> !member.isEmpty())
                .map(Weighted::of)
                .toList();
    }

    private static Weighted of(String member) {
        List<String> parts = split(member, ';');
        double weight = 1;
        for (String parameter : parts.subList(1, parts.size())) {
            if (!parameter.isEmpty()) {
                String[] pair = parameter.split("=", 2);
                require(pair.length == 2 && PARAMETER.matcher(pair[0]).matches(), member);
                require(VALUE.matcher(pair[1]).matches(), member);
                if (pair[0].equalsIgnoreCase("q")) {
                    require(WEIGHT.matcher(pair[1]).matches(), member);
                    weight = Double.parseDouble(pair[1]);
                }
            }
        }
        return new Weighted(parts.get(0), weight);
    }

    static void require(boolean wellFormed, String member) {
        if (!wellFormed) {
            throw new IllegalArgumentException("not well-formed: " + member);
        }
    }

    /** The parts between the separators that stand outside of quotes, without the space around them. */
    private static List<String> split(String text, char separator) {
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
}
