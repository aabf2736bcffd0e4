package io.cumulo.disputes.ocds;

import com.fasterxml.jackson.databind.JsonNode;
import io.cumulo.disputes.ocds.Shapes.Member;
import io.cumulo.kit.problem.Fault;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What is wrong with a release by the rules of the standard: everything at once. Null says that nothing is told, wherever it stands; members that the
 * standard doesn't know are anybody's own.
 */
final class ReleaseCheck {

    private static final int MAX_FAULTS = 100;
    private static final Pattern OCID = Pattern.compile("(?i)ocds-[a-z0-9]{6}-\\S.{0,199}");

    private static final Pattern DATE = Pattern.compile(
            "(?i)[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})");

    private final List<Fault> faults = new ArrayList<>();

    private ReleaseCheck() {}

    /** Empty when it is in order. */
    static List<Fault> faults(JsonNode release) {
        ReleaseCheck check = new ReleaseCheck();
        check.object("", release, Shapes.RELEASE);
        if (release.path("tag").isArray() && release.path("tag").isEmpty()) {
            check.wrong("/tag", "must name one tag at least");
        }
        return check.faults.subList(0, Math.min(MAX_FAULTS, check.faults.size()));
    }

    private void object(String pointer, JsonNode value, String shape) {
        if (!value.isObject()) {
            wrong(pointer, "must be an object");
            return;
        }
        for (Map.Entry<String, Member> known : Shapes.of(shape).entrySet()) {
            String at = pointer + "/" + known.getKey();
            JsonNode member = value.path(known.getKey());
            if (member.isMissingNode() || member.isNull() || isBlank(member)) {
                if (known.getValue().required()) {
                    wrong(at, "is required");
                }
            } else if (known.getValue().list()) {
                list(at, member, known.getValue());
            } else {
                value(at, member, known.getValue());
            }
        }
    }

    private static boolean isBlank(JsonNode member) {
        return member.isTextual() && member.textValue().isEmpty();
    }

    private void list(String pointer, JsonNode list, Member member) {
        if (!list.isArray()) {
            wrong(pointer, "must be a list");
            return;
        }
        for (int index = 0; index < list.size() && faults.size() < MAX_FAULTS; index++) {
            if (!list.get(index).isNull()) {
                value(pointer + "/" + index, list.get(index), member);
            }
        }
    }

    private void value(String pointer, JsonNode value, Member member) {
        if (member.isObject()) {
            object(pointer, value, member.type());
            return;
        }
        if (member.codes().isPresent()) {
            if (!value.isTextual() || !member.codes().get().contains(value.textValue())) {
                wrong(pointer, "isn't in the closed codelist " + member.type());
            }
            return;
        }
        String rule = brokenRule(value, member.type());
        if (!rule.isEmpty()) {
            wrong(pointer, rule);
        }
    }

    private static String brokenRule(JsonNode value, String type) {
        return switch (type) {
            case "ocid" ->
                unless(
                        value.isTextual() && OCID.matcher(value.textValue()).matches(),
                        "must be an open contracting id: ocds-, a prefix of six letters or digits, a hyphen, the publisher's own id");
            case "text", "name", "uri" -> unless(value.isTextual(), "must be text");
            case "id" -> unless(value.isTextual() || value.isIntegralNumber(), "must be text or a whole number");
            case "date" ->
                unless(isDate(value), "must be a date with time and offset, as 2020-04-20T10:00:00Z (RFC 3339)");
            case "number" -> unless(value.isNumber(), "must be a number");
            case "integer" -> unless(value.isIntegralNumber(), "must be a whole number");
            case "amount" ->
                unless(
                        value.isNumber() && value.decimalValue().signum() >= 0,
                        "must be a number that isn't below zero");
            case "boolean" -> unless(value.isBoolean(), "must be true or false");
            case "object" -> unless(value.isObject(), "must be an object");
            default -> throw new IllegalStateException("no type " + type);
        };
    }

    private static String unless(boolean fulfilled, String rule) {
        return fulfilled ? "" : rule;
    }

    private static boolean isDate(JsonNode value) {
        try {
            return value.isTextual()
                    && DATE.matcher(value.textValue()).matches()
                    && OffsetDateTime.parse(value.textValue()).getYear() > 0;
        } catch (DateTimeException malformed) {
            return false;
        }
    }

    private void wrong(String pointer, String detail) {
        faults.add(Fault.at(pointer, detail));
    }
}
