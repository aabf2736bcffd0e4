package io.cumulo.disputes.docket;

import static org.assertj.core.api.Assertions.assertThat;

import io.cumulo.disputes.docket.Refusal.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class FoldPropertiesTest {

    private static final Set<Reason> ABOUT_PARTICULARS = EnumSet.of(
            Reason.ORDER_NOT_IN_FORCE,
            Reason.SECURITY_ALREADY_ORDERED,
            Reason.SECURITY_NOT_ORDERED,
            Reason.SECURITY_NOT_HELD,
            Reason.MORE_THAN_HELD,
            Reason.OTHER_CURRENCY);

    @Property
    void a_valid_docket_recorded_in_any_order_gives_the_same_state(
            @ForAll(supplier = Dockets.Valid.class) List<DocketEntry> docket, @ForAll Random random) {
        assertThat(Docket.fold(recordedAtRandom(docket, random))).isEqualTo(state(docket));
    }

    @Property
    void an_impossible_docket_recorded_in_any_order_is_refused_for_the_same_entry(
            @ForAll(supplier = Dockets.Any.class) List<DocketEntry> docket, @ForAll Random random) {
        assertThat(outcome(Docket.fold(recordedAtRandom(docket, random)))).isEqualTo(outcome(Docket.fold(docket)));
    }

    @Property
    void what_a_refusal_allows_holds_the_kind_it_refused_only_if_the_particulars_are_to_blame(
            @ForAll(supplier = Dockets.Any.class) List<DocketEntry> docket) {
        if (Docket.fold(docket) instanceof Refusal refusal) {
            assertThat(refusal.allowed().contains(refusal.entry().kind()))
                    .isEqualTo(ABOUT_PARTICULARS.contains(refusal.reason()));
            assertThat(docket).contains(refusal.entry());
            assertThat(refusal.sentence()).contains(refusal.entry().id());
        }
    }

    @Property
    void every_kind_allowed_next_is_accepted_and_every_other_refused(
            @ForAll(supplier = Dockets.Valid.class) List<DocketEntry> docket) {
        DisputeState state = state(docket);
        for (EntryKind kind : EntryKind.values()) {
            DocketEntry next = fitting(kind, state);
            List<DocketEntry> longer = new ArrayList<>(docket);
            longer.add(next);
            Folding folding = Docket.fold(longer);
            if (state.allowedNext().contains(kind)) {
                assertThat(folding).isInstanceOf(DisputeState.class);
            } else {
                Refusal refusal = (Refusal) folding;
                assertThat(refusal.entry()).isEqualTo(next);
                assertThat(refusal.allowed()).isEqualTo(state.allowedNext());
            }
        }
    }

    @Property
    void a_late_insertion_is_refused_for_itself_or_for_what_follows_it(
            @ForAll(supplier = Dockets.Valid.class) List<DocketEntry> docket,
            @ForAll(supplier = Dockets.Any.class) List<DocketEntry> discoveries) {
        for (DocketEntry discovery : discoveries) {
            List<DocketEntry> longer = new ArrayList<>(docket);
            longer.add(discovery);
            if (Docket.fold(longer) instanceof Refusal refusal) {
                assertThat(refusal.entry().on()).isAfterOrEqualTo(discovery.on());
            }
        }
    }

    @Property
    void a_valid_docket_is_valid_on_every_day(@ForAll(supplier = Dockets.Valid.class) List<DocketEntry> docket) {
        for (int day = 0; day < Dockets.DAYS; day++) {
            assertThat(Docket.fold(docket, Dockets.FIRST_DAY.plusDays(day))).isInstanceOf(DisputeState.class);
        }
    }

    @Property
    void imprecise_dates_recorded_in_any_order_give_the_same_state_or_refusal(
            @ForAll(supplier = Dockets.Any.class) List<DocketEntry> docket, @ForAll Random random) {
        List<DocketEntry> imprecise = imprecise(docket, random);

        assertThat(outcome(Docket.fold(recordedAtRandom(imprecise, random))))
                .isEqualTo(outcome(Docket.fold(imprecise)));
    }

    @Property
    void a_docket_with_imprecise_dates_is_valid_on_every_day(
            @ForAll(supplier = Dockets.Valid.class) List<DocketEntry> docket, @ForAll Random random) {
        List<DocketEntry> imprecise = imprecise(docket, random);
        if (Docket.fold(imprecise) instanceof DisputeState) {
            for (int day = 0; day < Dockets.DAYS; day++) {
                LocalDate asOf = Dockets.FIRST_DAY.plusDays(day);
                assertThat(Docket.fold(imprecise, asOf)).isInstanceOf(DisputeState.class);
                assertThat(ids(Docket.inOrder(imprecise, asOf)))
                        .isSubsetOf(ids(imprecise))
                        .doesNotHaveDuplicates();
            }
            List<DocketEntry> placed = Docket.inOrder(imprecise, LocalDate.MAX);
            assertThat(ids(placed)).containsExactlyInAnyOrderElementsOf(ids(imprecise));
            assertThat(placed).isSortedAccordingTo(Comparator.comparing(DocketEntry::on));
            imprecise.forEach(stated -> assertThat(placed)
                    .filteredOn(entry -> entry.id().equals(stated.id()))
                    .allMatch(entry ->
                            !entry.on().isBefore(stated.on()) && !entry.on().isAfter(stated.latest())));
        }
    }

    private static List<String> ids(List<DocketEntry> entries) {
        return entries.stream().map(DocketEntry::id).toList();
    }

    private static List<DocketEntry> imprecise(List<DocketEntry> docket, Random random) {
        return docket.stream()
                .map(entry -> Entries.until(entry, entry.on().plusDays(random.nextBoolean() ? 0 : random.nextInt(6))))
                .toList();
    }

    @Property
    void no_order_outlives_the_case(@ForAll(supplier = Dockets.Valid.class) List<DocketEntry> docket) {
        DisputeState state = state(docket);
        if (state.phase().ended()) {
            assertThat(state.inForce()).isEmpty();
        }
    }

    @Property
    void another_appeal_leaves_a_case_before_the_court_above_as_it_is(
            @ForAll(supplier = Dockets.Valid.class) List<DocketEntry> docket) {
        DisputeState state = DisputeState.INITIAL;
        for (DocketEntry entry : Docket.inOrder(docket, LocalDate.MAX)) {
            state = Effects.after(state, entry);
            if (state.phase() == Phase.ON_APPEAL) {
                assertThat(Effects.after(state, fitting(EntryKind.APPEAL, state)))
                        .isEqualTo(state);
            }
        }
    }

    /** The docket with orders of recording dealt out anew; only entries of one day, number and kind keep theirs among themselves. */
    private static List<DocketEntry> recordedAtRandom(List<DocketEntry> docket, Random random) {
        List<Long> places = new ArrayList<>();
        docket.forEach(entry -> places.add((long) places.size()));
        Collections.shuffle(places, random);
        List<DocketEntry> recorded = new ArrayList<>();
        ties(docket).forEach(tied -> {
            List<Long> theirs = new ArrayList<>();
            tied.forEach(entry -> theirs.add(places.remove(places.size() - 1)));
            Collections.sort(theirs);
            tied.sort((one, other) -> Long.compare(one.sequence(), other.sequence()));
            tied.forEach(entry -> recorded.add(Entries.recorded(entry, theirs.remove(0))));
        });
        Collections.shuffle(recorded, random);
        return recorded;
    }

    private record Tie(LocalDate on, Optional<String> number, EntryKind kind) {
        static Tie of(DocketEntry entry) {
            return new Tie(entry.on(), entry.number().map(number -> number.replaceFirst("^0+", "")), entry.kind());
        }
    }

    private static Iterable<List<DocketEntry>> ties(List<DocketEntry> docket) {
        Map<Tie, List<DocketEntry>> ties = new HashMap<>();
        docket.forEach(entry ->
                ties.computeIfAbsent(Tie.of(entry), tie -> new ArrayList<>()).add(entry));
        return ties.values();
    }

    private static Object outcome(Folding folding) {
        return folding instanceof Refusal refusal
                ? List.of(refusal.entry().id(), refusal.reason(), refusal.phase(), refusal.allowed())
                : folding;
    }

    /** An entry after all others whose particulars fit the state if any do. */
    private static DocketEntry fitting(EntryKind kind, DisputeState state) {
        Particulars particulars =
                switch (kind) {
                    case SECURITY_ORDERED -> Entries.ordered("new", 1);
                    case SECURITY_POSTED, SECURITY_INCREASED ->
                        Entries.change(
                                state.securities().stream()
                                        .map(Security::id)
                                        .findFirst()
                                        .orElse("none"),
                                Optional.empty());
                    case SECURITY_RELEASED, SECURITY_PAID_OUT ->
                        Entries.change(
                                state.securities().stream()
                                        .filter(Security::mayBeHeld)
                                        .map(Security::id)
                                        .findFirst()
                                        .orElse("none"),
                                Optional.empty());
                    default -> Entries.plain(kind);
                };
        LocalDate after = Dockets.FIRST_DAY.plusDays(Dockets.DAYS);
        return new DocketEntry("next", kind, after, Optional.empty(), 1000, particulars);
    }

    private static DisputeState state(List<DocketEntry> docket) {
        return Docket.fold(docket).orElseThrow(refusal -> new AssertionError(refusal.sentence()));
    }
}
