package io.cumulo.kit.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A date as precise as its source: {@code 2020}, {@code 2020-04} or {@code 2020-04-20} (ISO 8601 with reduced precision).
 *
 * @param text the date as stated; the precision is kept, never padded
 */
@Schema(
        pattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
        description = "As precise as its source: 2020, 2020-04 or 2020-04-20.")
public record PartialDate(@JsonValue String text) {

    private static final Pattern SHAPE = Pattern.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");

    /** @throws IllegalArgumentException when the text is no such date */
    @JsonCreator
    public PartialDate {
        if (text == null || !SHAPE.matcher(text).matches() || text.startsWith("0000")) {
            throw new IllegalArgumentException("must be a date as 2020, 2020-04 or 2020-04-20");
        }
        try {
            firstDay(text);
        } catch (DateTimeException impossible) {
            throw new IllegalArgumentException(text + " is not a day of the calendar", impossible);
        }
    }

    public static PartialDate of(LocalDate day) {
        return new PartialDate(day.toString());
    }

    /** The earliest day the text can mean. */
    public LocalDate first() {
        return firstDay(text);
    }

    /** The latest day the text can mean. */
    public LocalDate last() {
        return switch (text.length()) {
            case 4 -> Year.parse(text).atMonth(12).atEndOfMonth();
            case 7 -> YearMonth.parse(text).atEndOfMonth();
            default -> LocalDate.parse(text);
        };
    }

    private static LocalDate firstDay(String text) {
        return switch (text.length()) {
            case 4 -> Year.parse(text).atDay(1);
            case 7 -> YearMonth.parse(text).atDay(1);
            default -> LocalDate.parse(text);
        };
    }
}
