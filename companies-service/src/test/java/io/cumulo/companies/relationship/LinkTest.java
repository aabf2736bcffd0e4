package io.cumulo.companies.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LinkTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final int DAYS = 8;

    @Provide
    Arbitrary<Link> links() {
        Arbitrary<String> companies = Arbitraries.of("a", "b", "c", "d", "e");
        Arbitrary<Integer> days = Arbitraries.integers().between(0, DAYS - 1);
        return Combinators.combine(companies, companies, days, days)
                .filter((member, head, one, other) -> !member.equals(head))
                .as((member, head, one, other) -> new Link(
                        member,
                        head,
                        one == 0 ? LocalDate.MIN : FIRST.plusDays(Math.min(one, other)),
                        other == 0 ? LocalDate.MAX : FIRST.plusDays(Math.max(one, other) + 1L)));
    }

    @Provide
    Arbitrary<List<Link>> standing() {
        return links().list().ofMaxSize(12);
    }

    @Property
    void a_ring_is_closed_if_on_any_day_some_way_leads_from_the_head_to_the_member(
            @ForAll("links") Link closing, @ForAll("standing") List<Link> standing) {
        boolean expected = IntStream.range(0, DAYS)
                .mapToObj(FIRST::plusDays)
                .filter(day -> isOn(closing, day))
                .anyMatch(day -> leads(closing.head(), closing.member(), day, standing, Set.of()));

        List<String> ring = closing.ring(standing);

        assertThat(!ring.isEmpty()).isEqualTo(expected);
        if (expected) {
            assertThat(ring)
                    .startsWith(closing.head())
                    .endsWith(closing.member())
                    .doesNotHaveDuplicates();
            assertThat(IntStream.range(0, DAYS).mapToObj(FIRST::plusDays))
                    .anyMatch(day -> isOn(closing, day) && isWay(ring, day, standing));
        }
    }

    private static boolean isOn(Link link, LocalDate day) {
        return !day.isBefore(link.from()) && day.isBefore(link.to());
    }

    private static boolean leads(String from, String to, LocalDate day, List<Link> links, Set<String> been) {
        List<String> way = new ArrayList<>(been);
        way.add(from);
        return from.equals(to)
                || links.stream()
                        .filter(link -> link.member().equals(from) && isOn(link, day) && !been.contains(link.head()))
                        .anyMatch(link -> leads(link.head(), to, day, links, Set.copyOf(way)));
    }

    private static boolean isWay(List<String> ring, LocalDate day, List<Link> links) {
        return IntStream.range(1, ring.size()).allMatch(step -> links.stream()
                .anyMatch(link -> link.member().equals(ring.get(step - 1))
                        && link.head().equals(ring.get(step))
                        && isOn(link, day)));
    }
}
