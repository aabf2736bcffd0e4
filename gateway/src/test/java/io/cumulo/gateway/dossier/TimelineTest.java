package io.cumulo.gateway.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.kit.value.PartialDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TimelineTest {

    @Property
    void events_come_in_the_order_of_their_days_and_those_of_one_day_as_listed(@ForAll("dates") List<String> dates) {
        List<Item> items = IntStream.range(0, dates.size())
                .mapToObj(position -> event(position, dates.get(position)))
                .toList();
        List<Integer> expected =
                new ArrayList<>(IntStream.range(0, dates.size()).boxed().toList());
        // an insertion sort: the plainest one that keeps the order of equals
        for (int next = 1; next < expected.size(); next++) {
            for (int at = next;
                    at > 0 && day(dates, expected.get(at)).isBefore(day(dates, expected.get(at - 1)));
                    at--) {
                expected.add(at - 1, expected.remove(at));
            }
        }
        assertThat(timeline(items))
                .extracting(entry -> entry.path("text").asText())
                .containsExactlyElementsOf(
                        expected.stream().map(String::valueOf).toList());
    }

    @Test
    void dates_are_as_precise_as_stated() {
        assertThat(timeline(List.of(event(1, "2003"), event(2, "2003-05"), event(3, "2003-05-01"))))
                .extracting(entry -> entry.path("on").asText() + " "
                        + entry.path("precision").asText())
                .containsExactly("2003 year", "2003-05 month", "2003-05-01 day");
    }

    @Test
    void a_role_ends_on_the_last_day_that_its_end_can_mean() {
        ObjectNode role = JsonNodeFactory.instance
                .objectNode()
                .put("id", "ceo")
                .put("person", "A")
                .put("title", "CEO")
                .put("validFrom", "2003-06")
                .put("validTo", "2003");
        assertThat(timeline(
                        List.of(new Item(Section.ROLES, "/v1/companies/a/roles/ceo", role), event(1, "2003-12-30"))))
                .extracting(entry -> entry.path("type").asText())
                .containsExactly("role-began", "event", "role-ended");
    }

    @Test
    void what_has_no_date_is_left_out() {
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("title", "undated");
        assertThat(timeline(List.of(
                        new Item(Section.EVENTS, "/x", event.deepCopy()),
                        new Item(Section.EVENTS, "/x", event.deepCopy().putNull("on")),
                        new Item(Section.EVENTS, "/x", event.deepCopy().put("on", "spring")))))
                .isEmpty();
    }

    @Provide
    Arbitrary<List<String>> dates() {
        Arbitrary<LocalDate> days = Arbitraries.integers().between(0, 800).map(LocalDate.of(2019, 1, 1)::plusDays);
        return Combinators.combine(days, Arbitraries.of(4, 7, 10))
                .as((day, length) -> day.toString().substring(0, length))
                .list()
                .ofMaxSize(40);
    }

    @Test
    void what_comes_after_the_day_asked_about_is_not_told() {
        List<Item> items = List.of(event(1, "2020-04"), event(2, "2020-04-24"), event(3, "2020-04-25"));
        assertThat(Timeline.of(items, Map.of(), LocalDate.of(2020, 4, 24)))
                .extracting(entry -> entry.path("text").asText())
                .containsExactly("1", "2");
    }

    private static List<ObjectNode> timeline(List<Item> items) {
        return Timeline.of(items, Map.of(), LocalDate.of(2030, 1, 1));
    }

    private static LocalDate day(List<String> dates, int position) {
        return new PartialDate(dates.get(position)).first();
    }

    private static Item event(int number, String on) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("id", "event-" + number)
                .put("on", on)
                .put("title", String.valueOf(number));
        return new Item(Section.EVENTS, "/v1/companies/a/events/event-" + number, body);
    }
}
