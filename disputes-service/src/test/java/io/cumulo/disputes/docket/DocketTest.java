package io.cumulo.disputes.docket;

import static io.cumulo.disputes.docket.Entries.entry;
import static io.cumulo.disputes.docket.Entries.lifting;
import static io.cumulo.disputes.docket.Entries.numbered;
import static org.assertj.core.api.Assertions.assertThat;

import io.cumulo.disputes.docket.Refusal.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocketTest {

    private static final DocketEntry FILING = entry("filing", EntryKind.FILING, "2020-01-01");
    private static final DocketEntry INJUNCTION = entry("injunction", EntryKind.INJUNCTION_GRANTED, "2020-02-13");
    private static final DocketEntry LIFTING = entry("lifting", EntryKind.INJUNCTION_LIFTED, "2020-05-01");
    private static final Particulars OF_PERFORMANCE = new Particulars.Stay(OrderScope.PERFORMANCE);

    @Test
    void a_docket_begins_with_a_notice_a_filing_or_an_appeal() {
        assertThat(DisputeState.INITIAL.allowedNext())
                .containsExactlyInAnyOrder(EntryKind.NOTICE, EntryKind.FILING, EntryKind.APPEAL);
        assertThat(refusal(INJUNCTION).reason()).isEqualTo(Reason.NOT_IN_THIS_PHASE);
    }

    @Test
    void nothing_is_lifted_that_is_not_in_force() {
        DocketEntry stayLifted = entry("stay-lifted", EntryKind.STAY_LIFTED, "2020-05-01");
        DocketEntry other = entry("other", EntryKind.INJUNCTION_LIFTED, "2020-05-01", lifting("filing"));

        assertThat(refusal(FILING, LIFTING).reason()).isEqualTo(Reason.NO_INJUNCTION_IN_FORCE);
        assertThat(refusal(FILING, INJUNCTION, stayLifted).reason()).isEqualTo(Reason.NO_STAY_IN_FORCE);
        assertThat(refusal(FILING, INJUNCTION, other).reason()).isEqualTo(Reason.ORDER_NOT_IN_FORCE);
    }

    @Test
    void a_case_is_closed_only_after_its_end() {
        DocketEntry closing = entry("closing", EntryKind.CLOSING, "2020-06-01");
        DocketEntry withdrawal = entry("withdrawal", EntryKind.WITHDRAWAL, "2020-06-01");

        assertThat(refusal(FILING, closing).reason()).isEqualTo(Reason.NOT_IN_THIS_PHASE);
        assertThat(state(FILING, closing, withdrawal).phase()).isEqualTo(Phase.CLOSED);
    }

    @Test
    void a_late_insertion_that_makes_a_later_entry_impossible_is_refused_for_that_entry() {
        DocketEntry settlement = entry("settlement", EntryKind.SETTLEMENT, "2020-03-01");

        Refusal refusal = refusal(FILING, INJUNCTION, LIFTING, settlement);

        assertThat(refusal.entry()).isEqualTo(LIFTING);
        assertThat(refusal.phase()).isEqualTo(Phase.SETTLED);
        assertThat(refusal.allowed()).contains(EntryKind.CLOSING, EntryKind.DISMISSAL);
        assertThat(refusal.sentence())
                .startsWith("injunction-lifted of 2020-05-01 (entry lifting) is not allowed: this phase of the case"
                        + " does not allow it. The case is then in the phase settled, which allows: notice, motion,");
    }

    @Test
    void injunction_suspends_the_contract_until_lifted() {
        DisputeState state = state(FILING, INJUNCTION, LIFTING);

        assertThat(state.suspendedOn(INJUNCTION.on().minusDays(1))).isFalse();
        assertThat(state.suspendedOn(INJUNCTION.on())).isTrue();
        assertThat(state.suspendedOn(LIFTING.on().minusDays(1))).isTrue();
        assertThat(state.suspendedOn(LIFTING.on())).isFalse();
    }

    @Test
    void a_stay_suspends_the_contract_only_if_it_stays_performance() {
        DocketEntry proceedings = entry("stay", EntryKind.STAY, "2020-02-01");
        DocketEntry performance = entry("stay", EntryKind.STAY, "2020-02-01", OF_PERFORMANCE);

        assertThat(state(FILING, proceedings).suspensions()).isEmpty();
        assertThat(state(FILING, proceedings).phase()).isEqualTo(Phase.STAYED);
        assertThat(state(FILING, performance).suspensions()).hasSize(1);
        assertThat(state(FILING, performance).phase()).isEqualTo(Phase.PENDING);
    }

    @Test
    void orders_that_overlap_make_one_suspension_until_the_last_is_lifted() {
        DocketEntry stay = entry("cica-stay", EntryKind.STAY, "2020-01-02", OF_PERFORMANCE);
        DocketEntry stayLifted = entry("override", EntryKind.STAY_LIFTED, "2020-03-01");

        assertThat(state(FILING, stay, INJUNCTION, stayLifted, LIFTING).suspensions())
                .containsExactly(Entries.suspension(
                        stay.on(),
                        Optional.of(LIFTING.on()),
                        List.of("cica-stay", "injunction"),
                        Optional.of("lifting")));
    }

    @Test
    void orders_lifted_on_the_same_day_name_the_entry_that_lifted_the_last() {
        DocketEntry stay = entry("cica-stay", EntryKind.STAY, "2020-03-01", OF_PERFORMANCE);
        DocketEntry stayLifted = numbered(entry("override", EntryKind.STAY_LIFTED, "2020-05-01"), "7");
        DocketEntry lifting = numbered(LIFTING, "8");

        assertThat(state(FILING, stay, INJUNCTION, stayLifted, lifting).suspensions())
                .extracting(Suspension::liftedBy)
                .containsExactly(Optional.of("lifting"));
    }

    @Test
    void an_injunction_dissolves_with_a_ruling_for_the_respondent_and_outlives_one_for_the_claimant() {
        DocketEntry lost =
                entry("ruling", EntryKind.RULING, "2020-05-01", new Particulars.Ruling(Outcome.FOR_RESPONDENT));
        DocketEntry won = entry("ruling", EntryKind.RULING, "2020-05-01", new Particulars.Ruling(Outcome.FOR_CLAIMANT));

        assertThat(state(FILING, INJUNCTION, lost).suspendedOn(lost.on())).isFalse();
        assertThat(state(FILING, INJUNCTION, won).suspendedOn(won.on())).isTrue();
        assertThat(state(FILING, INJUNCTION, won).outcome()).contains(Outcome.FOR_CLAIMANT);
    }

    @Test
    void an_injunction_that_replaces_another_on_the_same_day_leaves_no_gap_in_any_order_of_recording() {
        DocketEntry replacement = entry("replacement", EntryKind.INJUNCTION_GRANTED, "2020-05-01");

        List<Suspension> suspensions = List.of(Entries.suspension(
                INJUNCTION.on(), Optional.empty(), List.of("injunction", "replacement"), Optional.empty()));
        assertThat(state(FILING, INJUNCTION, LIFTING, replacement).suspensions())
                .isEqualTo(suspensions);
        assertThat(state(FILING, INJUNCTION, replacement, Entries.recorded(LIFTING, Long.MAX_VALUE))
                        .suspensions())
                .isEqualTo(suspensions);
    }

    @Test
    void an_injunction_lifted_on_the_day_it_was_granted_suspends_nothing() {
        DocketEntry lifting = entry("lifting", EntryKind.INJUNCTION_LIFTED, "2020-02-13");

        assertThat(state(FILING, lifting, INJUNCTION).suspensions()).isEmpty();
        assertThat(state(FILING, lifting, INJUNCTION).inForce()).isEmpty();
    }

    @Test
    void numbers_order_a_day_by_value_and_a_paper_without_number_comes_where_its_kind_belongs() {
        DocketEntry motion = numbered(entry("motion", EntryKind.MOTION, "2020-01-01"), "9");
        DocketEntry granted = numbered(entry("granted", EntryKind.INJUNCTION_GRANTED, "2020-01-01"), "10");
        DocketEntry lifted = numbered(entry("lifted", EntryKind.INJUNCTION_LIFTED, "2020-01-01"), "9");

        assertThat(state(granted, motion, FILING).injunctionsInForce()).hasSize(1);
        assertThat(refusal(granted, lifted, FILING).entry()).isEqualTo(lifted);
    }

    @Test
    void a_closed_case_may_go_to_the_court_above_and_come_back() {
        DocketEntry ruling = entry("ruling", EntryKind.RULING, "2020-05-01");
        DocketEntry closing = entry("closing", EntryKind.CLOSING, "2020-05-01");
        DocketEntry appeal = entry("appeal", EntryKind.APPEAL, "2020-06-01");
        DocketEntry remand = entry("remand", EntryKind.REMAND, "2020-09-01");

        assertThat(state(FILING, ruling, closing).phase()).isEqualTo(Phase.CLOSED);
        assertThat(state(FILING, ruling, closing, appeal).phase()).isEqualTo(Phase.ON_APPEAL);
        assertThat(state(FILING, ruling, closing, appeal, remand).phase()).isEqualTo(Phase.REMANDED);
        assertThat(state(FILING, appeal).phase()).isEqualTo(Phase.PENDING);
    }

    @Test
    void a_company_that_intervenes_twice_joined_the_first_time() {
        DocketEntry first = entry("first", EntryKind.INTERVENTION, "2020-01-02");
        DocketEntry again = entry("again", EntryKind.INTERVENTION, "2020-01-09");

        assertThat(state(FILING, again, first).intervenors())
                .containsExactly(new Intervenor("microsoft", LocalDate.parse("2020-01-02"), "first"));
    }

    @Test
    void a_docket_of_thousands_of_entries_on_one_day_folds() {
        List<DocketEntry> docket = new ArrayList<>(List.of(FILING));
        for (int number = 0; number < 5_000; number++) {
            docket.add(entry("motion-" + number, EntryKind.MOTION, "2020-01-01"));
        }
        assertThat(Docket.fold(docket)).isEqualTo(state(FILING));
    }

    private static DisputeState state(DocketEntry... entries) {
        return Docket.fold(List.of(entries)).orElseThrow(refusal -> new AssertionError(refusal.sentence()));
    }

    private static Refusal refusal(DocketEntry... entries) {
        return (Refusal) Docket.fold(List.of(entries));
    }
}
