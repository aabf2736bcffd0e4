package io.cumulo.disputes.ocds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is held of a process doesn't grow with the number of its releases, but with what they tell together. */
class LongProcessesTest {

    private static final String OCID = "ocds-abc123-long";
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final int RELEASES = Processes.MAX_RELEASES;
    private static final int CHARACTERS = (int) (Processes.MAX_CHARACTERS / RELEASES);

    private static Release release(int number, String members) {
        String text =
                Samples.release(OCID, "r" + number, FIRST_DAY.plusDays(number) + "T00:00:00Z", "tenderUpdate", members);
        return ReleaseIntake.of((ObjectNode) Ocds.tree(text), Optional.empty());
    }

    private static String tender(String title, String description) {
        return "\"buyer\":{\"id\":\"GB-1\",\"name\":\"A council\"},\"tender\":{\"id\":\"T-1\",\"title\":\"" + title
                + "\",\"description\":\"" + description + "\"}";
    }

    @Test
    void of_a_release_only_what_the_next_leave_of_it_is_held() {
        List<Release> releases = IntStream.range(0, RELEASES)
                .mapToObj(number -> release(number, tender("A bridge", "x".repeat(CHARACTERS - 300) + number)))
                .toList();
        List<ObjectNode> seen = new ArrayList<>();
        Process.steps(releases, (release, told) -> seen.add(told));
        assertThat(seen).hasSize(RELEASES).allSatisfy(told -> assertThat(told).isSameAs(seen.get(0)));

        FoldedRecord record = new FoldedRecord(OCID);
        releases.forEach(release -> record.add(Package.release(release)));
        assertThat(record.heads()).hasSize(RELEASES).allSatisfy(head -> assertThat(Ocds.text(head))
                .hasSizeLessThan(200));
        Derivation derivation = new Derivation(Map.of());
        List<ObjectNode> ended = new ArrayList<>();
        releases.forEach(release -> derivation.add(release, ended::add));
        assertThat(ended).hasSize(RELEASES - 1);
        assertThat(derivation.last().orElseThrow().path("description").asText()).endsWith("x" + (RELEASES - 1));
    }

    @Test
    void a_versioned_release_that_would_be_too_long_is_left_out() {
        assertThat(recorded(10_000).has("versionedRelease")).isTrue();
        JsonNode record = recorded(300_000);
        assertThat(record.has("versionedRelease")).isFalse();
        assertThat(record.at("/compiledRelease/tender")).hasSize(300_000);
    }

    private static JsonNode recorded(int values) {
        StringBuilder members = new StringBuilder("\"tender\":{\"id\":\"T\"");
        IntStream.range(1, values)
                .forEach(number -> members.append(",\"").append(number).append("\":1"));
        FoldedRecord record = new FoldedRecord(OCID);
        record.add(Package.release(release(0, members.append('}').toString())));
        return record.of(Ocds.JSON.createObjectNode(), URI.create("https://cumulo.example/"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void what_is_news_is_what_goes_beyond_what_was_known(long seed) {
        Random random = new Random(seed);
        List<Release> releases = new ArrayList<>(IntStream.range(0, 20)
                .mapToObj(number -> release(number, tender("Bridge " + random.nextInt(3), "long")))
                .toList());
        Collections.shuffle(releases, random);
        List<Release> known = List.of();
        while (known.size() < releases.size()) {
            int until = Math.min(releases.size(), known.size() + 1 + random.nextInt(4));
            List<Release> all = releases.subList(0, until);
            List<Release> news = releases.subList(known.size(), until);
            List<ObjectNode> before = allOf(known);
            List<ObjectNode> expected = allOf(all).stream()
                    .filter(body -> before.stream().noneMatch(old -> holdsThroughout(old, body)))
                    .toList();
            assertThat(Derived.ofNews(known, news, Map.of()).contract()).isEqualTo(expected);
            known = all;
        }
    }

    private static List<ObjectNode> allOf(List<Release> releases) {
        Derivation derivation = new Derivation(Map.of());
        List<ObjectNode> bodies = new ArrayList<>();
        Process.merged(releases).forEach(release -> derivation.add(release, bodies::add));
        derivation.last().ifPresent(bodies::add);
        return bodies;
    }

    private static boolean holdsThroughout(ObjectNode known, ObjectNode body) {
        return known.path("validFrom").asText().compareTo(body.path("validFrom").asText()) <= 0
                && known.path("validTo")
                                .asText("9999")
                                .compareTo(body.path("validTo").asText("9999"))
                        >= 0
                && known.deepCopy()
                        .without(List.of("validFrom", "validTo"))
                        .equals(body.deepCopy().without(List.of("validFrom", "validTo")));
    }

    @Test
    void more_than_can_be_recorded_at_once_is_refused() {
        String parties = String.join(
                ",",
                IntStream.range(0, 500)
                        .mapToObj(number -> "{\"id\":\"p" + number + "\",\"name\":\"" + "n".repeat(100)
                                + "\",\"roles\":[\"tenderer\"]}")
                        .toList());
        List<Release> releases = IntStream.range(0, 200)
                .mapToObj(number -> release(
                        number,
                        tender("Bridge " + number, "long") + (number == 0 ? ",\"parties\":[" + parties + "]" : "")))
                .toList();
        assertThatThrownBy(() -> Derived.ofNews(List.of(), releases, Map.of()))
                .isInstanceOfSatisfying(HttpProblem.class, refused -> assertThat(refused.getStatusCode())
                        .isEqualTo(409));
        assertThat(Derived.ofNews(releases.subList(0, 199), releases.subList(199, 200), Map.of())
                        .contract())
                .hasSize(1);
    }

    @Test
    void many_objects_with_ids_are_merged_in_the_time_that_reading_them_takes() {
        StringBuilder items = new StringBuilder("\"tender\":{\"id\":\"T\",\"items\":[{\"id\":0}");
        IntStream.range(1, 200_000)
                .forEach(number -> items.append(",{\"id\":").append(number).append('}'));
        ObjectNode release = (ObjectNode) Ocds.tree("{" + items + "]}}");
        ObjectNode told = Ocds.JSON.createObjectNode();
        Versions versions = new Versions();
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int times = 0; times < 2; times++) {
                Merge.add(told, release);
                versions.add(release);
            }
        });
        assertThat(told.at("/tender/items")).hasSize(200_000);
    }
}
