package io.cumulo.kit.page;

import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A position in a list: the sort keys of the last item seen (keyset pagination), so that writes in between neither repeat nor skip an item.
 * Opaque to clients, and bound to the list it came from.
 *
 * @param list names the list and its filters
 * @param keys the sort keys
 */
public record Cursor(String list, List<String> keys) {

    private static final String SEPARATOR = "\u001f";

    public Cursor {
        keys = List.copyOf(keys);
    }

    public static Cursor of(String list, String... keys) {
        return new Cursor(list, Arrays.asList(keys));
    }

    /** The cursor as clients carry it. */
    public String encoded() {
        String plain = list + SEPARATOR + String.join(SEPARATOR, keys);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** The position, when the text is a cursor of this list; empty when it is anything else. */
    public static Optional<Cursor> decode(String list, String encoded) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            List<String> parts = Arrays.asList(plain.split(SEPARATOR, -1));
            return parts.get(0).equals(list) && parts.size() > 1 && plain.indexOf('\0') < 0
                    ? Optional.of(new Cursor(list, parts.subList(1, parts.size())))
                    : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when a client made the cursor up and it has no such key */
    public String text(int position) {
        if (position >= keys.size()) {
            throw refused();
        }
        return keys.get(position);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when a client made the cursor up and the key is no number */
    public long number(int position) {
        String key = text(position);
        if (!key.matches("[0-9]{1,18}")) {
            throw refused();
        }
        return Long.parseLong(key);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when a client made the cursor up and the key is no day of the years 1 to 9999 */
    public LocalDate day(int position) {
        try {
            LocalDate day = LocalDate.parse(text(position));
            if (day.getYear() >= 1 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeParseException malformed) {
            // refused below, as the year out of range is
        }
        throw refused();
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when a client made the cursor up and the key is no decimal fraction */
    public double decimal(int position) {
        String key = text(position);
        if (!key.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            throw refused();
        }
        return Double.parseDouble(key);
    }

    static RuntimeException refused() {
        return Problem.INVALID_PARAMETER.because(
                "The page can't be given",
                List.of(Fault.parameter("cursor", "is no cursor of this list; start without one")));
    }
}
