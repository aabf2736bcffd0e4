package io.cumulo.disputes.docket;

import static io.cumulo.disputes.docket.Entries.change;
import static io.cumulo.disputes.docket.Entries.dollars;
import static io.cumulo.disputes.docket.Entries.entry;
import static io.cumulo.disputes.docket.Entries.ordered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cumulo.disputes.docket.Refusal.Reason;
import io.cumulo.kit.value.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecurityTest {

    @Test
    void posted_is_held_until_released_to_the_last_cent() {
        assertThat(bond().status()).isEqualTo(SecurityStatus.ORDERED);
        assertThat(bond(posted(42)).status()).isEqualTo(SecurityStatus.HELD);
        assertThat(bond(posted(42), released(40)).status()).isEqualTo(SecurityStatus.HELD);
        assertThat(bond(posted(42), released(40)).held()).contains(dollars(2));
        assertThat(bond(posted(42), released(42)).status()).isEqualTo(SecurityStatus.RELEASED);
        assertThat(bond(posted(42), released(42)).held()).contains(dollars(0));
    }

    @Test
    void what_is_paid_to_the_protected_party_is_paid_out() {
        Security bond = bond(posted(42), paidOut(30), released(12));

        assertThat(bond.status()).isEqualTo(SecurityStatus.PAID_OUT);
        assertThat(bond.paidOut()).contains(dollars(30));
        assertThat(bond.released()).contains(dollars(12));
    }

    @Test
    void an_increase_raises_what_is_required_and_posts_nothing() {
        Security bond = bond(new Step(EntryKind.SECURITY_INCREASED, change("bond", 8)));

        assertThat(bond.required()).contains(dollars(50));
        assertThat(bond.status()).isEqualTo(SecurityStatus.ORDERED);
    }

    @Test
    void an_unpublished_amount_makes_the_sums_unknown_and_not_zero() {
        Step unknown = new Step(EntryKind.SECURITY_RELEASED, change("bond", Optional.empty()));
        Security bond = bond(posted(42), unknown);

        assertThat(bond.status()).isEqualTo(SecurityStatus.RELEASED);
        assertThat(bond.released()).isEmpty();
        assertThat(bond.held()).isEmpty();
        assertThat(bond.heldAtMost()).contains(dollars(42));
    }

    @Test
    void more_than_is_held_can_be_neither_released_nor_paid_out() {
        assertThat(refused(posted(42), released(43))).isEqualTo(Reason.MORE_THAN_HELD);
        assertThat(refused(posted(42), released(30), paidOut(13))).isEqualTo(Reason.MORE_THAN_HELD);
        assertThat(refused(posted(42), released(42), paidOut(1))).isEqualTo(Reason.NO_SECURITY_HELD);
        assertThat(refused(released(1))).isEqualTo(Reason.NO_SECURITY_HELD);
    }

    @Test
    void a_move_of_a_security_that_was_not_ordered_is_refused() {
        Step other = new Step(EntryKind.SECURITY_POSTED, change("another", 1));
        Step euros = new Step(EntryKind.SECURITY_POSTED, change("bond", Optional.of(new Money(BigDecimal.ONE, "EUR"))));
        Step again = new Step(EntryKind.SECURITY_ORDERED, ordered("bond", 42));

        assertThat(refused(other)).isEqualTo(Reason.SECURITY_NOT_ORDERED);
        assertThat(refused(euros)).isEqualTo(Reason.OTHER_CURRENCY);
        assertThat(refused(again)).isEqualTo(Reason.SECURITY_ALREADY_ORDERED);
    }

    @Test
    void the_custodian_may_release_after_the_case_is_closed() {
        Security bond = bond(
                posted(42),
                new Step(EntryKind.DISMISSAL, Entries.dismissed(DismissalReason.MOOT)),
                new Step(EntryKind.CLOSING, Particulars.NONE),
                released(42));

        assertThat(bond.status()).isEqualTo(SecurityStatus.RELEASED);
    }

    @Test
    void a_security_of_nothing_is_refused() {
        assertThatThrownBy(() -> ordered("bond", 0)).hasMessage("amount must be more than zero");
        assertThatThrownBy(() -> change("bond", -1)).hasMessage("amount must be more than zero");
        assertThatThrownBy(() -> change(" ", 1)).hasMessage("id must not be blank");
    }

    private record Step(EntryKind kind, Particulars particulars) {}

    private static Step posted(long dollars) {
        return new Step(EntryKind.SECURITY_POSTED, change("bond", dollars));
    }

    private static Step released(long dollars) {
        return new Step(EntryKind.SECURITY_RELEASED, change("bond", dollars));
    }

    private static Step paidOut(long dollars) {
        return new Step(EntryKind.SECURITY_PAID_OUT, change("bond", dollars));
    }

    private static Security bond(Step... steps) {
        return docket(steps)
                .orElseThrow(refusal -> new AssertionError(refusal.sentence()))
                .security("bond")
                .orElseThrow();
    }

    private static Reason refused(Step... steps) {
        return ((Refusal) docket(steps)).reason();
    }

    private static Folding docket(Step... steps) {
        List<DocketEntry> docket = new ArrayList<>();
        docket.add(entry("filing", EntryKind.FILING, "2020-01-01"));
        docket.add(entry("bond-ordered", EntryKind.SECURITY_ORDERED, "2020-01-02", ordered("bond", 42)));
        for (Step step : steps) {
            String day = "2020-02-%02d".formatted(docket.size());
            docket.add(entry("step-" + docket.size(), step.kind(), day, step.particulars()));
        }
        return Docket.fold(docket);
    }
}
