package io.cumulo.investments.analysis;

import io.cumulo.kit.value.Money;

/**
 * What commitments come to together. Members that weren't asked for are null.
 *
 * @param company who announced them
 * @param category what the money is for; {@code unknown} where nobody told
 * @param year in which they were announced
 * @param currency in which they stand; amounts of two currencies are never added up; null: undisclosed ones
 * @param commitments how many have a part in it
 * @param pledged all that was promised, revisions included; of a superseded commitment, what it spent; null: undisclosed
 * @param spent disbursed
 * @param outstanding promised, and neither spent nor cancelled; nothing of a superseded commitment
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
