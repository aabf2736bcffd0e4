package io.cumulo.disputes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.io.SyndFeedInput;
import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The feeds of a dispute, read by the libraries that clients read them with. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class FeedsTest {

    private static final String NASTY =
            "Über die Verhandlung; \\\\ Raum 7, \\\"Saal\\\" <b>&amp;</b> 听证会 🏛 \\n BEGIN:VEVENT und so weiter, sehr lang und noch länger\\u0007";

    private final String dispute = "feeds-" + UUID.randomUUID();

    @BeforeEach
    void a_docket_with_dates_to_come() {
        Bodies.dispute(dispute, null).send().statusCode(201);
        enter("complaint", "filing", "2020-01-01", "A complaint.", "");
        enter("hearing", "hearing", "2099-05-04", NASTY, "");
        enter("some-hearing", "hearing", "2099-07", "One in July.", "");
        enter("a-hearing", "hearing", "2098", "Some day.", "");
        enter("order", "order", "2020-02-01", "Report back.", ",\"dueOn\":\"2020-06-01\"");
        enter("bond", "security-ordered", "2020-02-13", "A bond.", """
                ,"security":{"id":"pi-bond","amount":{"amount":"42000000.00","currency":"USD"},"dueOn":"2020-02-20"}""");
    }

    private Write entry(String key, String kind, String on, String text, String extras) {
        return Write.put(
                "/v1/disputes/" + dispute + "/docket/" + key, """
                {"kind":"%s","on":"%s","text":"%s"%s,"sources":%s}""".formatted(kind, on, text, extras, Write.SOURCES));
    }

    private void enter(String key, String kind, String on, String text, String extras) {
        entry(key, kind, on, text, extras).send().statusCode(201);
    }

    private Response ics() {
        return given().get("/v1/disputes/" + dispute + "/calendar.ics");
    }

    private static Calendar parsed(Response answer) throws Exception {
        answer.then().statusCode(200).contentType(startsWith("text/calendar"));
        Calendar calendar = new CalendarBuilder().build(new StringReader(text(answer)));
        calendar.validate();
        return calendar;
    }

    private static String text(Response answer) {
        return new String(answer.asByteArray(), StandardCharsets.UTF_8);
    }

    private static VEvent event(Calendar calendar, String end) {
        return calendar.<VEvent>getComponents(Component.VEVENT).stream()
                .filter(event -> value(event, Property.UID).endsWith(end))
                .findFirst()
                .orElseThrow();
    }

    private static String value(VEvent event, String property) {
        return event.<Property>getProperty(property).orElseThrow().getValue();
    }

    @Test
    void hearings_and_due_dates_are_events_of_whole_days() throws Exception {
        Calendar calendar = parsed(ics());

        assertThat(calendar.getComponents(Component.VEVENT)).hasSize(4);
        VEvent hearing = event(calendar, "/docket/hearing/hearing");
        assertThat(value(hearing, Property.DTSTART)).isEqualTo("20990504");
        assertThat(value(hearing, Property.DTEND)).isEqualTo("20990505");
        assertThat(value(hearing, Property.DESCRIPTION))
                .contains("听证会 🏛")
                .contains("\\ Raum 7, \"Saal\" <b>&amp;</b>");
        VEvent month = event(calendar, "/docket/some-hearing/hearing");
        assertThat(value(month, Property.DTSTART)).isEqualTo("20990701");
        assertThat(value(month, Property.DTEND)).isEqualTo("20990801");
        assertThat(value(event(calendar, "/docket/order/due"), Property.DTSTART))
                .isEqualTo("20200601");
        VEvent bond = event(calendar, "/docket/bond/security-due");
        assertThat(value(bond, Property.DTSTART)).isEqualTo("20200220");
        assertThat(value(bond, Property.SUMMARY)).contains("42000000.00 USD");
    }

    @Test
    void no_line_is_longer_than_75_octets_and_each_ends_as_the_standard_says() {
        String text = text(ics());

        assertThat(text).endsWith("END:VCALENDAR\r\n").doesNotContain("\u0007");
        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
        for (String line : text.split("\r\n", -1)) {
            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
        }
    }

    @Test
    void a_changed_hearing_keeps_its_uid_and_counts_its_changes_and_one_taken_back_is_cancelled() throws Exception {
        String path = "/v1/disputes/" + dispute + "/docket/hearing";
        Response before = ics();
        assertThat(value(event(parsed(before), "/docket/hearing/hearing"), Property.SEQUENCE))
                .isEqualTo("0");
        entry("hearing", "hearing", "2099-05-11", "Put off.", "")
                .sendIfMatch(given().get(path + "?asOf=2099-06-01").header("ETag"))
                .statusCode(200);

        VEvent moved = event(parsed(ics()), "/docket/hearing/hearing");
        assertThat(value(moved, Property.SEQUENCE)).isEqualTo("1");
        assertThat(value(moved, Property.DTSTART)).isEqualTo("20990511");
        Write.post(path + "/retraction", "{\"reason\":\"no\",\"sources\":" + Write.SOURCES + "}")
                .send()
                .statusCode(200);
        VEvent cancelled = event(parsed(ics()), "/docket/hearing/hearing");
        assertThat(value(cancelled, Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(value(cancelled, Property.SEQUENCE)).isEqualTo("2");
        given().header("If-None-Match", before.header("ETag"))
                .get("/v1/disputes/" + dispute + "/calendar.ics")
                .then()
                .statusCode(200);
    }

    @Test
    void feeds_that_have_not_changed_are_304_and_those_of_nothing_404() {
        for (String feed : List.of("/calendar.ics", "/feed.atom")) {
            String path = "/v1/disputes/" + dispute + feed;
            String etag = given().get(path).header("ETag");
            given().header("If-None-Match", etag).get(path).then().statusCode(304);
            given().get("/v1/disputes/nobody-knows-it" + feed).then().statusCode(404);
            given().queryParam("knownAt", "2020-01-01T00:00:00Z")
                    .get(path)
                    .then()
                    .statusCode(404);
            given().queryParam("colour", "red").get(path).then().statusCode(400);
        }
        given().queryParam("asOf", "2020-01-01")
                .get("/v1/disputes/" + dispute + "/calendar.ics")
                .then()
                .statusCode(400);
    }

    private SyndFeed atom(String address) throws Exception {
        Response answer = given().urlEncodingEnabled(false).get(address);
        answer.then().statusCode(200).contentType(startsWith("application/atom+xml"));
        return new SyndFeedInput().build(new StringReader(text(answer)));
    }

    private static String link(SyndFeed feed, String rel) {
        return feed.getLinks().stream()
                .filter(link -> link.getRel().equals(rel))
                .map(SyndLink::getHref)
                .findFirst()
                .orElse(null);
    }

    @Test
    void a_docket_is_a_feed_of_what_was_recorded_last_first() throws Exception {
        SyndFeed feed = atom("/v1/disputes/" + dispute + "/feed.atom?asOf=2100-01-01");

        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        assertThat(feed.getUri()).isEqualTo("urn:cumulo:disputes:" + dispute);
        assertThat(feed.getAuthors()).hasSize(1);
        assertThat(link(feed, "self")).endsWith("/feed.atom?asOf=2100-01-01").startsWith("http://");
        assertThat(feed.getEntries())
                .extracting(SyndEntry::getUri)
                .startsWith("urn:cumulo:disputes:" + dispute + ":docket:bond")
                .hasSize(6);
        assertThat(feed.getEntries())
                .isSortedAccordingTo((one, other) -> other.getUpdatedDate().compareTo(one.getUpdatedDate()));
        assertThat(feed.getEntries())
                .filteredOn(entry -> entry.getUri().endsWith(":hearing"))
                .allMatch(entry -> entry.getContents().get(0).getValue().contains("<b>&amp;</b> 听证会 🏛"));
        assertThat(atom("/v1/disputes/" + dispute + "/feed.atom").getEntries()).hasSize(3);
    }

    @Test
    void a_long_docket_is_a_feed_of_pages() throws Exception {
        List<String> seen = new ArrayList<>();
        String address = "/v1/disputes/" + dispute + "/feed.atom?asOf=2100-01-01&limit=4";
        while (address != null) {
            SyndFeed page = atom(address);
            page.getEntries().forEach(entry -> seen.add(entry.getUri()));
            assertThat(link(page, "first")).endsWith("asOf=2100-01-01&limit=4");
            address = link(page, "next");
        }
        assertThat(seen).hasSize(6).doesNotHaveDuplicates();
    }
}
