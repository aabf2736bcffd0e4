package io.cumulo.disputes.docket;

import static io.cumulo.disputes.docket.Entries.entry;
import static io.cumulo.disputes.docket.Entries.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImpreciseDateTest {

    private static final DocketEntry FILING = entry("filing", EntryKind.FILING, "2020-01-01");
    private static final DocketEntry INJUNCTION = entry("injunction", EntryKind.INJUNCTION_GRANTED, "2020-03-10");

    private static DocketEntry lifting(String first, String latest) {
        return until(entry("lifting", EntryKind.INJUNCTION_LIFTED, first), LocalDate.parse(latest));
    }

    @Test
    void an_imprecise_entry_comes_on_its_earliest_day_when_that_is_allowed() {
        DocketEntry dismissal = until(
                entry("dismissal", EntryKind.DISMISSAL, "2020-06-01", Entries.dismissed(DismissalReason.MOOT)),
                LocalDate.parse("2020-06-30"));
        DisputeState state = state("2020-06-01", FILING, INJUNCTION, dismissal);

        assertThat(state.suspensions())
                .containsExactly(Entries.suspension(
                        LocalDate.parse("2020-03-10"),
                        Optional.of(LocalDate.parse("2020-06-01")),
                        List.of("injunction"),
                        Optional.of("dismissal")));
    }

    @Test
    void an_imprecise_entry_waits_for_the_one_that_makes_it_possible() {
        DocketEntry lifting = lifting("2020-03-01", "2020-03-31");

        assertThat(state("2020-03-09", FILING, INJUNCTION, lifting).inForce()).isEmpty();
        assertThat(state("2020-03-10", FILING, INJUNCTION, lifting).ended()).hasSize(1);
        assertThat(Docket.inOrder(List.of(lifting, INJUNCTION, FILING), LocalDate.MAX))
                .containsExactly(FILING, INJUNCTION, lifting.takenOn(INJUNCTION.on()));
    }

    @Test
    void an_imprecise_entry_is_refused_when_no_day_of_it_would_do() {
        DocketEntry lifting = lifting("2020-02-01", "2020-02-29");

        assertThat(Docket.fold(List.of(FILING, INJUNCTION, lifting)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.entry()).isEqualTo(lifting));
        assertThat(Docket.fold(List.of(FILING, lifting), LocalDate.parse("2020-02-28")))
                .isInstanceOf(DisputeState.class);
        assertThat(Docket.fold(List.of(FILING, lifting), LocalDate.parse("2020-02-29")))
                .isInstanceOf(Refusal.class);
    }

    private static DisputeState state(String day, DocketEntry... entries) {
        return Docket.fold(List.of(entries), LocalDate.parse(day))
                .orElseThrow(refusal -> new AssertionError(refusal.sentence()));
    }
}
