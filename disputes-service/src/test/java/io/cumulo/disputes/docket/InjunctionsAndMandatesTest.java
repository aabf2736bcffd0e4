package io.cumulo.disputes.docket;

import static io.cumulo.disputes.docket.Entries.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What injunctions hold up as they are modified, and what the court above does to what was decided. */
class InjunctionsAndMandatesTest {

    private static final DocketEntry FILED = entry("filed", EntryKind.FILING, "2020-01-01");
    private static final DocketEntry ENJOINED = entry("pi", EntryKind.INJUNCTION_GRANTED, "2020-02-01");

    private static DocketEntry modified(String id, String on, OrderScope scope) {
        return entry(
                id,
                EntryKind.INJUNCTION_MODIFIED,
                on,
                new Particulars.Modification(Optional.empty(), Optional.ofNullable(scope)));
    }

    private static DisputeState after(DocketEntry... entries) {
        return Docket.fold(
                        Stream.concat(Stream.of(FILED), Arrays.stream(entries)).toList())
                .orElseThrow(refusal -> new AssertionError(refusal.sentence()));
    }

    @Test
    void an_injunction_against_something_else_leaves_the_contract_as_it_is() {
        DisputeState state = after(
                entry("pi", EntryKind.INJUNCTION_GRANTED, "2020-02-01", new Particulars.Injunction(OrderScope.OTHER)));

        assertThat(state.injunctionsInForce()).hasSize(1);
        assertThat(state.suspensions()).isEmpty();
    }

    @Test
    void other_terms_alone_change_nothing_of_the_suspension() {
        assertThat(after(ENJOINED, modified("terms", "2020-03-01", null)).suspensions())
                .containsExactly(Entries.suspension(
                        LocalDate.parse("2020-02-01"), Optional.empty(), List.of("pi"), Optional.empty()));
    }

    @Test
    void an_injunction_that_is_modified_ceases_to_suspend_the_contract_and_comes_to_again() {
        DisputeState state = after(
                ENJOINED,
                modified("narrowed", "2020-03-01", OrderScope.OTHER),
                modified("widened", "2020-05-01", OrderScope.PERFORMANCE),
                entry("lifted", EntryKind.INJUNCTION_LIFTED, "2020-06-01"));

        assertThat(state.suspensions())
                .containsExactly(
                        Entries.suspension(
                                LocalDate.parse("2020-02-01"),
                                Optional.of(LocalDate.parse("2020-03-01")),
                                List.of("pi"),
                                Optional.of("narrowed")),
                        Entries.suspension(
                                LocalDate.parse("2020-05-01"),
                                Optional.of(LocalDate.parse("2020-06-01")),
                                List.of("widened"),
                                Optional.of("lifted")));
        assertThat(state.injunctionsInForce()).isEmpty();
    }

    @Test
    void a_modification_names_an_injunction_that_is_in_force() {
        Folding folding = Docket.fold(List.of(
                FILED,
                ENJOINED,
                entry(
                        "terms",
                        EntryKind.INJUNCTION_MODIFIED,
                        "2020-03-01",
                        new Particulars.Modification(Optional.of("another"), Optional.empty()))));

        assertThat(((Refusal) folding).reason()).isEqualTo(Refusal.Reason.ORDER_NOT_IN_FORCE);
    }

    @Test
    void a_reversal_takes_what_was_granted_and_the_injunction_that_came_with_it() {
        DocketEntry won = entry(
                "won",
                EntryKind.RULING,
                "2020-03-01",
                new Particulars.Ruling(Outcome.FOR_CLAIMANT, List.of("the award is set aside")));
        DocketEntry appealed = entry("appealed", EntryKind.APPEAL, "2020-04-01");

        assertThat(after(ENJOINED, won, appealed).remediesGranted())
                .containsExactly(new GrantedRemedy("won", LocalDate.parse("2020-03-01"), "the award is set aside"));
        DisputeState affirmed = after(ENJOINED, won, appealed, mandate(Review.AFFIRMED));
        assertThat(affirmed.remediesGranted()).hasSize(1);
        assertThat(affirmed.injunctionsInForce()).hasSize(1);
        DisputeState reversed = after(ENJOINED, won, appealed, mandate(Review.REVERSED));
        assertThat(reversed.remediesGranted()).isEmpty();
        assertThat(reversed.injunctionsInForce()).isEmpty();
        assertThat(reversed.review()).contains(Review.REVERSED);
        assertThat(reversed.suspensions().get(0).liftedBy()).contains("mandate");
    }

    @Test
    void an_affirmed_decision_ends_where_it_was_appealed_first_however_many_appeal_from_it() {
        DocketEntry dismissed = entry("dismissed", EntryKind.DISMISSAL, "2020-03-01");
        DocketEntry ruled = entry("ruled", EntryKind.RULING, "2020-03-01");
        DocketEntry closed = entry("closed", EntryKind.CLOSING, "2020-03-15");
        DocketEntry appealed = entry("appealed", EntryKind.APPEAL, "2020-04-01");
        DocketEntry crossAppealed = entry("cross-appealed", EntryKind.APPEAL, "2020-04-02");

        assertThat(after(dismissed, appealed, crossAppealed, mandate(Review.AFFIRMED))
                        .phase())
                .isEqualTo(Phase.DISMISSED);
        assertThat(after(ruled, closed, appealed, crossAppealed, mandate(Review.AFFIRMED))
                        .phase())
                .isEqualTo(Phase.CLOSED);
    }

    private static DocketEntry mandate(Review review) {
        return entry("mandate", EntryKind.MANDATE, "2020-09-01", new Particulars.Mandate(review));
    }
}
