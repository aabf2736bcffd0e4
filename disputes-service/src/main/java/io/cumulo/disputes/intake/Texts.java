package io.cumulo.disputes.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.kit.value.PartialDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;

/** Texts and days of files as facts have them: no longer than there is place for. */
public final class Texts {

    private Texts() {}

    public static void put(ObjectNode body, String member, JsonNode value, int most) {
        text(value).ifPresent(text -> body.put(member, cut(text, most)));
    }

    /** The beginning of a text, never half a character. */
    public static String cut(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, most) - 1));
    }

    /** Text or a whole number; empty for what is neither, or blank. */
    public static Optional<String> text(JsonNode value) {
        return (value.isTextual() || value.isIntegralNumber())
                        && !value.asText().isBlank()
                ? Optional.of(value.asText())
                : Optional.empty();
    }

    /** The first that is told. */
    public static Optional<String> first(JsonNode... values) {
        return Arrays.stream(values).map(Texts::text).flatMap(Optional::stream).findFirst();
    }

    public static void putDay(ObjectNode body, String member, JsonNode date) {
        day(date).ifPresent(day -> body.put(member, day.text()));
    }

    /** The day where it was, by the offset that is printed. */
    public static Optional<PartialDate> day(JsonNode date) {
        return date.isTextual()
                ? Optional.of(
                        PartialDate.of(OffsetDateTime.parse(date.textValue()).toLocalDate()))
                : Optional.empty();
    }
}
