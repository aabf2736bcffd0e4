package io.cumulo.investments.analysis;

import io.cumulo.kit.value.Money;

/**
 * What commitments come to together.
 *
 * @param company who announced them; null: not asked for
 * @param category what the money is for; {@code unknown} where nobody told; null: not asked for
 * @param year in which they were announced; null: not asked for
 * @param currency in which they stand; amounts of two currencies are never added up; null: undisclosed ones
 * @param commitments how many have a part in it
 * @param pledged all that was promised, revisions included; of a superseded commitment, what it spent; null: undisclosed
 * @param spent disbursed; null: undisclosed
 * @param outstanding promised, and neither spent nor cancelled; nothing of a superseded commitment; null: undisclosed
 */
public record CommitmentGroup(
        String company,
        String category,
        String year,
        String currency,
        int commitments,
        Money pledged,
        Money spent,
        Money outstanding) {}
