package io.cumulo.investments.commitment;

import io.cumulo.investments.ledger.Account;

/**
 * The accounts of a commitment. Money comes from the world to {@code pledged}, may be set aside in {@code allocated/{category}}, and ends in
 * {@code spent/{category}} or {@code cancelled}.
 *
 * @param commitment its id
 */
record Accounts(String commitment) {

    /** For money whose category nobody told; no commitment has a category of this name. */
    static final String UNKNOWN = "unknown";

    Account root() {
        return Account.at("commitments", commitment);
    }

    Account pledged() {
        return Account.at("commitments", commitment, "pledged");
    }

    Account allocated(String category) {
        return Account.at("commitments", commitment, "allocated", category);
    }

    Account spent(String category) {
        return Account.at("commitments", commitment, "spent", category);
    }

    Account cancelled() {
        return Account.at("commitments", commitment, "cancelled");
    }
}
