package io.cumulo.disputes.docket;

import static org.assertj.core.api.Assertions.assertThat;

import io.cumulo.kit.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SecurityPropertiesTest {

    @Property
    void money_is_conserved_and_never_negative_on_any_day(
            @ForAll(supplier = Dockets.Valid.class) List<DocketEntry> docket) {
        for (int day = 0; day < Dockets.DAYS; day++) {
            LocalDate asOf = Dockets.FIRST_DAY.plusDays(day);
            List<DocketEntry> sofar =
                    docket.stream().filter(entry -> !entry.on().isAfter(asOf)).toList();
            for (Security security : state(docket, asOf).securities()) {
                assertThat(security.held().map(Money::amount)).isEqualTo(heldByHand(sofar, security));
                security.heldAtMost()
                        .ifPresent(most -> assertThat(most.amount()).isNotNegative());
            }
        }
    }

    @Property
    void every_move_on_the_docket_is_a_move_of_its_security_once(
            @ForAll(supplier = Dockets.Valid.class) List<DocketEntry> docket) {
        List<Security> securities =
                state(docket, Dockets.FIRST_DAY.plusDays(Dockets.DAYS)).securities();

        assertThat(securities.stream()
                        .flatMap(security -> security.moves().stream().map(SecurityMove::entry)))
                .containsExactlyInAnyOrderElementsOf(docket.stream()
                        .filter(entry -> entry.particulars() instanceof Particulars.SecurityChange)
                        .map(DocketEntry::id)
                        .toList());
        assertThat(securities).extracting(Security::id).doesNotHaveDuplicates();
    }

    @Property
    void the_end_of_a_case_moves_no_security(@ForAll(supplier = Dockets.Valid.class) List<DocketEntry> docket) {
        LocalDate later = Dockets.FIRST_DAY.plusDays(Dockets.DAYS);
        DisputeState before = state(docket, later);
        List<EntryKind> ends = List.of(
                EntryKind.SETTLEMENT, EntryKind.WITHDRAWAL, EntryKind.DISMISSAL, EntryKind.RULING, EntryKind.CLOSING);
        Assume.that(ends.stream().anyMatch(before.allowedNext()::contains));

        for (EntryKind end : ends) {
            if (before.allowedNext().contains(end)) {
                List<DocketEntry> longer = new ArrayList<>(docket);
                longer.add(Entries.entry("end", end, later.toString()));
                assertThat(state(longer, later).securities()).isEqualTo(before.securities());
            }
        }
    }

    /** Posted − released − paid out, summed over the entries; absent when one has no amount, or none was posted. */
    private static Optional<BigDecimal> heldByHand(List<DocketEntry> docket, Security security) {
        BigDecimal held = BigDecimal.ZERO.setScale(2);
        boolean posted = false;
        for (DocketEntry entry : docket) {
            if (entry.kind() == EntryKind.SECURITY_INCREASED
                    || !(entry.particulars() instanceof Particulars.SecurityChange change)
                    || !change.security().id().equals(security.id())) {
                continue;
            }
            if (change.security().amount().isEmpty()) {
                return Optional.empty();
            }
            BigDecimal amount = change.security().amount().get().amount();
            boolean isPosting = entry.kind() == EntryKind.SECURITY_POSTED;
            held = isPosting ? held.add(amount) : held.subtract(amount);
            posted |= isPosting;
        }
        return posted ? Optional.of(held) : Optional.empty();
    }

    private static DisputeState state(List<DocketEntry> docket, LocalDate asOf) {
        return Docket.fold(docket, asOf).orElseThrow(refusal -> new AssertionError(refusal.sentence()));
    }
}
