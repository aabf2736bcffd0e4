package io.cumulo.disputes.docket;

import io.cumulo.kit.value.PartialDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something on a docket that belongs in a calendar: a hearing, or a day by which something is due.
 *
 * @param uid the same through all versions of the entry
 * @param version of the entry that says so
 * @param on its day; or its month, when no more is known
 * @param summary what it is, in a few words
 */
record CalendarEvent(String uid, EntryVersion version, PartialDate on, String summary) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** The last year of which a calendar can write the day after its last. */
    private static final int LAST_YEAR = 9998;

    /** What an entry puts into a calendar. A date of which only the year is known is left out: it would fill the whole year. */
    static List<CalendarEvent> of(EntryVersion version) {
        StatedEntry entry = version.body;
        String key = "disputes/" + version.subject() + "/docket/" + version.factId();
        Optional<CalendarEvent> hearing = entry.kind() == EntryKind.HEARING
                ? Optional.of(new CalendarEvent(key + "/hearing", version, entry.on(), "Hearing"))
                : Optional.empty();
        Optional<CalendarEvent> due = Optional.ofNullable(entry.dueOn())
                .map(day -> new CalendarEvent(key + "/due", version, day, "Due: " + entry.kind()));
        Optional<CalendarEvent> security = Optional.ofNullable(entry.security())
                .flatMap(stated -> Optional.ofNullable(stated.dueOn())
                        .map(day -> new CalendarEvent(
                                key + "/security-due", version, day, "Due: security " + stated.id() + amount(stated))));
        return Stream.of(hearing, due, security)
                .flatMap(Optional::stream)
                .filter(event -> event.on.text().length() > "2020".length()
                        && event.on.last().getYear() <= LAST_YEAR)
                .toList();
    }

    private static String amount(StatedSecurity security) {
        return Optional.ofNullable(security.amount())
                .map(money -> ", " + money.amount().toPlainString() + " " + money.currency())
                .orElse("");
    }

    /** Adds it to a calendar (RFC 5545, 3.6.1). The stamp is when the version was recorded, so the same calendar is the same text. */
    void write(ContentLines lines, String title) {
        Instant recordedAt = version.toFact().recordedAt();
        LocalDate end = on.last().plusDays(1);
        lines.add("BEGIN", "VEVENT")
                .addText("UID", uid)
                .add("DTSTAMP", INSTANT.format(recordedAt))
                .add("LAST-MODIFIED", INSTANT.format(recordedAt))
                .add("SEQUENCE", String.valueOf(version.revision() - 1))
                .add("STATUS", version.isRetracted() ? "CANCELLED" : "CONFIRMED")
                .add("TRANSP", "TRANSPARENT")
                .add("DTSTART;VALUE=DATE", DAY.format(on.first()))
                .add("DTEND;VALUE=DATE", DAY.format(end))
                .addText(
                        "SUMMARY",
                        summary + " – " + title + (end.equals(on.first().plusDays(1)) ? "" : " (day unknown)"))
                .addText("DESCRIPTION", version.body.text());
        version.toFact().sources().stream()
                .map(source -> source.url())
                .filter(url -> url != null)
                .findFirst()
                .ifPresent(url -> lines.add("URL", url));
        lines.add("END", "VEVENT");
    }
}
