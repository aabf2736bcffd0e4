package io.cumulo.investments.claim;

import io.cumulo.investments.diagnosis.Diagnosis;
import io.cumulo.investments.diagnosis.Explanation;
import java.util.List;

/**
 * Why a claim's figure differs from those that correct it.
 *
 * @param kind always {@code suggestion}: what fits need not be what happened
 * @param claim its key
 * @param asPrinted the words, untouched
 * @param explanations of the first correction that has any, the best first
 * @param byCorrection what was found for each correction that tells the right money
 * @param note what a reader should know of the answer
 */
public record ClaimDiagnosis(
        String kind,
        String claim,
        String asPrinted,
        List<Explanation> explanations,
        List<OfCorrection> byCorrection,
        String note) {

    public ClaimDiagnosis {
        explanations = List.copyOf(explanations);
        byCorrection = List.copyOf(byCorrection);
    }

    /** What was found for one correction. */
    public record OfCorrection(String correction, Diagnosis diagnosis) {}
}
