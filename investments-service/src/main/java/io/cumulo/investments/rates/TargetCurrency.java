package io.cumulo.investments.rates;

import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import io.cumulo.kit.value.Money;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The currency in which a client wants figures beside those of the record. */
public class TargetCurrency {

    @QueryParam("in")
    @Parameter(
            description =
                    "Figures in this currency too (ISO 4217), by the ECB's reference rates; each says by which rate, of which day, by which rule.",
            example = "EUR")
    String in;

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when it is no currency */
    public Optional<String> currency() {
        if (in == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Money.zero(in).currency());
        } catch (IllegalArgumentException unknown) {
            throw Problem.INVALID_PARAMETER.because(
                    "Nothing can be converted so", List.of(Fault.parameter("in", unknown.getMessage())));
        }
    }
}
