package io.cumulo.investments.claim;

import io.cumulo.investments.diagnosis.Diagnoses;
import io.cumulo.investments.diagnosis.Question;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.value.Citation;
import io.cumulo.kit.value.PartialDate;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds a claim's figure against those of its corrections. */
@ApplicationScoped
public class ClaimDiagnoses {

    private static final int MOST_CORRECTIONS = 20;

    private final Diagnoses diagnoses;

    ClaimDiagnoses(Diagnoses diagnoses) {
        this.diagnoses = diagnoses;
    }

    /** At a settled moment, in the current session. */
    Uni<ClaimDiagnosis> of(ShownClaim shown, Moment moment) {
        Claim claim = shown.claim().body();
        if (claim.reading() == null) {
            return Uni.createFrom().item(of(shown, List.of(), "Nobody read a number from the words."));
        }
        List<Fact<Correction>> told = shown.corrections().stream()
                .filter(correction -> correction.body().value() != null)
                .limit(MOST_CORRECTIONS)
                .toList();
        if (told.isEmpty()) {
            return Uni.createFrom().item(of(shown, List.of(), "No correction tells the right money."));
        }
        return Multi.createFrom()
                .iterable(told)
                .onItem()
                .transformToUniAndConcatenate(correction -> diagnoses
                        .of(question(shown.claim(), correction), moment)
                        .map(found -> new ClaimDiagnosis.OfCorrection(correction.id(), found)))
                .collect()
                .asList()
                .map(found -> of(shown, found, found.get(0).diagnosis().note()));
    }

    private static ClaimDiagnosis of(ShownClaim shown, List<ClaimDiagnosis.OfCorrection> found, String note) {
        return new ClaimDiagnosis(
                "suggestion",
                shown.claim().id(),
                shown.claim().body().asPrinted(),
                found.stream()
                        .map(one -> one.diagnosis().explanations())
                        .filter(explanations -> !explanations.isEmpty())
                        .findFirst()
                        .orElse(List.of()),
                found,
                note);
    }

    private static Question question(Fact<Claim> claim, Fact<Correction> correction) {
        Reading reading = claim.body().reading();
        return new Question(
                new BigDecimal(reading.number()),
                Optional.ofNullable(reading.currency()),
                correction.body().value(),
                Optional.of(claim.body().language()),
                around(claim, correction));
    }

    /** When the figure was announced or printed: by day, where any of them is known by day. */
    private static List<Question.Days> around(Fact<Claim> claim, Fact<Correction> correction) {
        List<PartialDate> dates = Stream.concat(
                        Stream.of(correction.body().on(), claim.validFrom()),
                        claim.sources().stream().map(Citation::publishedOn))
                .filter(Objects::nonNull)
                .toList();
        List<PartialDate> days =
                dates.stream().filter(date -> date.first().equals(date.last())).toList();
        return (days.isEmpty() ? dates : days)
                .stream()
                        .map(date -> new Question.Days(date.first(), date.last()))
                        .distinct()
                        .toList();
    }
}
