package io.cumulo.disputes.docket;

import static io.cumulo.disputes.docket.SuspensionChange.What.RESUMED;
import static io.cumulo.disputes.docket.SuspensionChange.What.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuspensionChangeTest {

    private static final Suspension OPEN = suspension("2020-02-01", null);
    private static final Suspension ENDED = suspension("2020-02-01", "2020-05-01");

    private static Suspension suspension(String from, String to) {
        Optional<LocalDate> end = Optional.ofNullable(to).map(LocalDate::parse);
        return Entries.suspension(LocalDate.parse(from), end, List.of("pi"), end.map(day -> "lifting"));
    }

    private static SuspensionChange change(SuspensionChange.What what, Suspension suspension) {
        return new SuspensionChange(what, suspension);
    }

    @Test
    void a_beginning_and_an_end_are_told_when_they_become_known() {
        assertThat(SuspensionChange.between(List.of(), List.of(OPEN))).containsExactly(change(SUSPENDED, OPEN));
        assertThat(SuspensionChange.between(List.of(OPEN), List.of(ENDED))).containsExactly(change(RESUMED, ENDED));
        assertThat(SuspensionChange.between(List.of(), List.of(ENDED)))
                .containsExactly(change(SUSPENDED, ENDED), change(RESUMED, ENDED));
        assertThat(SuspensionChange.between(List.of(ENDED), List.of(ENDED))).isEmpty();
    }

    @Test
    void a_suspension_that_goes_on_after_all_is_told_again() {
        Suspension longer = suspension("2020-02-01", "2020-06-01");

        assertThat(SuspensionChange.between(List.of(ENDED), List.of(OPEN))).containsExactly(change(SUSPENDED, OPEN));
        assertThat(SuspensionChange.between(List.of(ENDED), List.of(longer))).containsExactly(change(RESUMED, longer));
    }

    @Test
    void a_suspension_that_never_was_ended_when_it_began() {
        Suspension never = new Suspension(OPEN.from(), Optional.of(OPEN.from()), List.of("pi"), Optional.empty());

        assertThat(SuspensionChange.between(List.of(OPEN), List.of())).containsExactly(change(RESUMED, never));
        assertThat(SuspensionChange.between(List.of(OPEN), List.of(suspension("2020-01-15", null))))
                .containsExactly(change(SUSPENDED, suspension("2020-01-15", null)));
    }
}
