package io.cumulo.disputes.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.cumulo.disputes.docket.Suspension;
import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.value.Citation;
import io.cumulo.kit.value.PartialDate;
import java.util.List;

/**
 * A contract as it is answered: with what follows from the dockets of the disputes about it, and its termination.
 *
 * @param suspended whether it is suspended on the day asked about
 * @param suspensions the times of its suspension until that day, oldest first; one that lasts has no end yet
 * @param termination null when it isn't terminated on that day
 */
public record ShownContract(
        @JsonUnwrapped Fact<Contract> contract, boolean suspended, List<Suspension> suspensions, Ending termination) {

    public ShownContract {
        suspensions = List.copyOf(suspensions);
    }

    /**
     * How it was terminated.
     *
     * @param by company that ended it
     */
    public record Ending(PartialDate on, String by, String reason, List<Citation> sources) {

        static Ending of(Fact<Termination> termination) {
            return new Ending(
                    termination.body().on(),
                    termination.body().by(),
                    termination.body().reason(),
                    termination.sources());
        }
    }
}
