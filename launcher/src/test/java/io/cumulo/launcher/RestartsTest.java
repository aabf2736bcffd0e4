package io.cumulo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RestartsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void the_first_restart_is_at_once_and_each_next_waits_twice_as_long() {
        Restarts restarts = new Restarts();
        Instant now = START;
        for (long millis : List.of(0L, 500L, 1_000L, 2_000L, 4_000L)) {
            if (millis > 0) {
                assertThat(restarts.due(now.plusMillis(millis - 1))).isFalse();
            }
            now = now.plusMillis(millis);
            assertThat(restarts.due(now)).isTrue();
            assertThat(restarts.exhausted(now)).isFalse();
            restarts.record(now);
        }
        assertThat(restarts.exhausted(now)).isTrue();
    }

    @Test
    void after_a_quiet_minute_it_begins_again() {
        Restarts restarts = new Restarts();
        for (int restart = 0; restart < Restarts.MOST; restart++) {
            restarts.record(START);
        }

        assertThat(restarts.exhausted(START.plusSeconds(60))).isTrue();
        assertThat(restarts.exhausted(START.plusSeconds(61))).isFalse();
        assertThat(restarts.due(START.plusSeconds(61))).isTrue();
    }

    @Property(tries = 300)
    void no_minute_holds_more_restarts_than_are_allowed(
            @ForAll @Size(max = 80) List<@IntRange(min = 1, max = 20_000) Integer> pausesMillis) {
        Restarts restarts = new Restarts();
        List<Instant> done = new ArrayList<>();
        Instant now = START;
        for (int pause : pausesMillis) {
            now = now.plusMillis(pause);
            if (!restarts.exhausted(now) && restarts.due(now)) {
                restarts.record(now);
                done.add(now);
            }
        }
        for (Instant end : done) {
            assertThat(done.stream()
                            .filter(at -> !at.isAfter(end) && at.isAfter(end.minus(Duration.ofMinutes(1))))
                            .count())
                    .isLessThanOrEqualTo(Restarts.MOST);
        }
    }
}
