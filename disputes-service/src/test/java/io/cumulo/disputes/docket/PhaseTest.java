package io.cumulo.disputes.docket;

import static io.cumulo.disputes.docket.Entries.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PhaseTest {

    @ParameterizedTest
    @CsvSource({
        "NOTICE, NOTICED",
        "NOTICE FILING, PENDING",
        "NOTICE WITHDRAWAL, WITHDRAWN",
        "APPEAL, ON_APPEAL",
        "FILING STAY, STAYED",
        "FILING STAY MOTION, STAYED",
        "FILING STAY STAY_LIFTED, PENDING",
        "FILING STAY RULING, DECIDED",
        "FILING REMAND, REMANDED",
        "FILING REMAND STAY, STAYED",
        "FILING REMAND STAY STAY_LIFTED, REMANDED",
        "FILING APPEAL, PENDING",
        "FILING RULING, DECIDED",
        "FILING RULING APPEAL, ON_APPEAL",
        "FILING RULING APPEAL RULING, DECIDED",
        "FILING RULING APPEAL REMAND, REMANDED",
        "FILING RULING DISMISSAL, DISMISSED",
        "FILING RULING CLOSING, CLOSED",
        "FILING RULING CLOSING APPEAL REMAND, REMANDED",
        "FILING RULING APPEAL MANDATE, DECIDED",
        "FILING RULING CLOSING APPEAL MANDATE, CLOSED",
        "FILING DISMISSAL APPEAL MANDATE, DISMISSED",
        "FILING APPEAL MANDATE, PENDING",
        "APPEAL MANDATE, DECIDED",
        "APPEAL RULING MANDATE, DECIDED",
        "FILING SETTLEMENT, SETTLED",
        "FILING SETTLEMENT DISMISSAL CLOSING, CLOSED",
        "FILING WITHDRAWAL DISMISSAL, DISMISSED",
        "FILING DISMISSAL APPEAL, ON_APPEAL",
        "FILING DISMISSAL APPEAL REMAND RULING, DECIDED",
        "FILING DISMISSAL CLOSING APPEAL REMAND DISMISSAL, DISMISSED",
        "FILING DISMISSAL REOPENING, PENDING",
        "FILING DISMISSAL CLOSING REOPENING RULING, DECIDED",
        "FILING SETTLEMENT REOPENING, PENDING",
        "FILING RULING REOPENING DISMISSAL, DISMISSED"
    })
    void entries_lead_from_phase_to_phase(String kinds, Phase phase) {
        assertThat(after(kinds).phase()).isEqualTo(phase);
    }

    @Test
    void what_a_reopened_case_had_decided_is_undecided_again() {
        DisputeState reopened = after("FILING RULING DISMISSAL REOPENING");

        assertThat(reopened.outcome()).isEmpty();
        assertThat(reopened.dismissalReason()).isEmpty();
        assertThat(reopened.remediesGranted()).isEmpty();
        assertThat(reopened.review()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"FILING", "FILING STAY", "FILING REMAND", "APPEAL"})
    void a_live_case_allows_everything_but_its_closing_and_reopening(String kinds) {
        DisputeState bare = after(kinds);

        assertThat(Transitions.from(bare.phase()))
                .containsExactlyInAnyOrderElementsOf(
                        EnumSet.complementOf(EnumSet.of(EntryKind.CLOSING, EntryKind.REOPENING)));
    }

    @ParameterizedTest
    @EnumSource(names = {"SETTLED", "WITHDRAWN", "DISMISSED", "CLOSED"})
    void an_ended_case_allows_papers_and_the_disposition_of_securities_but_no_new_order(Phase phase) {
        assertThat(phase.ended()).isTrue();
        assertThat(Transitions.from(phase))
                .contains(EntryKind.MOTION, EntryKind.SECURITY_RELEASED, EntryKind.SECURITY_PAID_OUT)
                .doesNotContain(
                        EntryKind.FILING,
                        EntryKind.INJUNCTION_GRANTED,
                        EntryKind.STAY,
                        EntryKind.SECURITY_ORDERED,
                        EntryKind.RULING);
    }

    @Test
    void a_case_is_closed_once() {
        assertThat(after("FILING DISMISSAL CLOSING").allowedNext()).doesNotContain(EntryKind.CLOSING);
    }

    private static DisputeState after(String kinds) {
        List<DocketEntry> docket = new ArrayList<>();
        for (String kind : kinds.split(" ", -1)) {
            String day = "2020-01-%02d".formatted(docket.size() + 1);
            docket.add(entry("e" + docket.size(), EntryKind.valueOf(kind), day));
        }
        return Docket.fold(docket).orElseThrow(refusal -> new AssertionError(refusal.sentence()));
    }
}
