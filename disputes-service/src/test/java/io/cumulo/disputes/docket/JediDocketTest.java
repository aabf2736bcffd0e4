package io.cumulo.disputes.docket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JediDocketTest {

    private static final LocalDate INJUNCTION = LocalDate.parse("2020-02-13");
    private static final LocalDate DISMISSAL = LocalDate.parse("2021-07-09");

    @ParameterizedTest
    @CsvSource({
        "2018-07-01, NONE, false, 0",
        "2019-10-25, NONE, false, 0",
        "2019-11-08, NOTICED, false, 0",
        "2019-11-21, NOTICED, false, 0",
        "2019-11-22, PENDING, false, 0",
        "2019-12-09, PENDING, false, 0",
        "2020-01-22, PENDING, false, 0",
        "2020-02-12, PENDING, false, 0",
        "2020-02-13, PENDING, true, 1",
        "2020-02-20, PENDING, true, 1",
        "2020-03-06, PENDING, true, 1",
        "2020-04-16, PENDING, true, 1",
        "2020-04-17, STAYED, true, 1",
        "2020-04-20, STAYED, true, 1",
        "2020-09-04, STAYED, true, 1",
        "2020-10-23, STAYED, true, 1",
        "2020-11-06, STAYED, true, 1",
        "2021-04-28, STAYED, true, 1",
        "2021-07-06, STAYED, true, 1",
        "2021-07-08, STAYED, true, 1",
        "2021-07-09, DISMISSED, false, 1",
        "2022-12-07, DISMISSED, false, 1"
    })
    void every_day_of_the_case_has_its_phase_suspension_and_securities(
            LocalDate day, Phase phase, boolean suspended, int securities) {
        DisputeState state = jediOn(day);

        assertThat(state.phase()).isEqualTo(phase);
        assertThat(state.suspendedOn(day)).isEqualTo(suspended);
        assertThat(state.securities()).hasSize(securities);
        assertThat(state.securities()).extracting(Security::status).containsOnly(orderedOnly(securities));
    }

    @Test
    void the_injunction_suspends_the_contract_until_the_case_is_dismissed() {
        assertThat(jediOn(LocalDate.parse("2020-04-20")).suspensions())
                .containsExactly(
                        Entries.suspension(INJUNCTION, Optional.empty(), List.of("injunction"), Optional.empty()));
        assertThat(jediOn(DISMISSAL).suspensions())
                .containsExactly(Entries.suspension(
                        INJUNCTION, Optional.of(DISMISSAL), List.of("injunction"), Optional.of("dismissal")));
    }

    @Test
    void a_bond_that_nobody_reported_posted_stays_ordered_and_its_outcome_unknown() {
        Security bond = jediOn(DISMISSAL).security("pi-bond").orElseThrow();

        assertThat(bond.status()).isEqualTo(SecurityStatus.ORDERED);
        assertThat(bond.required()).contains(Entries.dollars(42_000_000));
        assertThat(bond.posted()).isEmpty();
        assertThat(bond.held()).isEmpty();
        assertThat(bond.moves()).isEmpty();
        assertThat(jediOn(DISMISSAL).securitiesOfUnknownOutcome()).containsExactly(bond);
        assertThat(jediOn(INJUNCTION).securitiesOfUnknownOutcome()).isEmpty();
    }

    @Test
    void the_dismissed_case_has_its_reason_its_intervenor_and_no_outcome() {
        DisputeState state = jediOn(DISMISSAL);

        assertThat(state.dismissalReason()).contains(DismissalReason.MOOT);
        assertThat(state.outcome()).isEmpty();
        assertThat(state.intervenors())
                .containsExactly(new Intervenor("microsoft", LocalDate.parse("2019-11-22"), "microsoft-joins"));
        assertThat(state.allowedNext()).contains(EntryKind.CLOSING, EntryKind.APPEAL, EntryKind.ORDER);
        assertThat(state.allowedNext()).doesNotContain(EntryKind.INJUNCTION_GRANTED, EntryKind.SECURITY_RELEASED);
    }

    @Test
    void recorded_in_any_order_it_is_the_same_case() {
        Folding expected = Docket.fold(JediDocket.ENTRIES);
        List<DocketEntry> shuffled = new ArrayList<>(JediDocket.ENTRIES);
        for (int seed = 0; seed < 500; seed++) {
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(Docket.fold(recordedInThisOrder(shuffled))).isEqualTo(expected);
        }
    }

    private static List<DocketEntry> recordedInThisOrder(List<DocketEntry> entries) {
        List<DocketEntry> recorded = new ArrayList<>();
        entries.forEach(entry -> recorded.add(Entries.recorded(entry, recorded.size())));
        return recorded;
    }

    private static SecurityStatus[] orderedOnly(int securities) {
        return Collections.nCopies(securities, SecurityStatus.ORDERED).toArray(SecurityStatus[]::new);
    }

    private static DisputeState jediOn(LocalDate day) {
        return Docket.fold(JediDocket.ENTRIES, day).orElseThrow(refusal -> new AssertionError(refusal.sentence()));
    }
}
