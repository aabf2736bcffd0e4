package io.cumulo.disputes.docket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PhasePeriodTest {

    @Property(tries = 300)
    void the_phase_written_down_of_a_day_is_the_one_that_the_docket_folds_to(
            @ForAll(supplier = Dockets.Valid.class) List<DocketEntry> docket) {
        List<PhasePeriod> periods = PhasePeriod.of(Docket.inOrder(docket, LocalDate.MAX));
        for (int number = 0; number < Dockets.DAYS; number++) {
            LocalDate day = Dockets.FIRST_DAY.plusDays(number);
            DisputeState state = (DisputeState) Docket.fold(docket, day);
            assertThat(periods)
                    .filteredOn(period -> !day.isBefore(period.from())
                            && period.to().map(day::isBefore).orElse(true))
                    .extracting(PhasePeriod::phase)
                    .containsExactly(state.phase());
        }
    }
}
